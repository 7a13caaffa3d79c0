set local citus.multi_shard_modify_mode to 'sequential';

-- How an account is reached, when it was last seen, and the teacher whose account it is.
alter table identity.account add column mail text;
alter table identity.account add column phone text;
alter table identity.account add column seen_at timestamptz;
alter table identity.account add column teacher_district_id int;
alter table identity.account add column teacher_id uuid;
-- The second factor: the secret, sealed with the installation's key; since when it is asked for (null: set up, not yet
-- confirmed); and the last step whose code was taken, so that no code is taken twice.
alter table identity.account add column totp_secret bytea;
alter table identity.account add column totp_since timestamptz;
alter table identity.account add column totp_step bigint;

-- A half session knows the password and still owes the code.
alter table identity.session add column half boolean not null default false;

-- A person asked to join. The token of the link is kept as its hash alone.
create table identity.invitation (
  id uuid primary key,
  token_hash bytea not null,
  name text not null,
  mail text,
  phone text,
  teacher_district_id int,
  teacher_id uuid,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  revoked_at timestamptz
);
select platform.reference('identity.invitation');

-- The roles that come with an invitation.
create table identity.invitation_grant (
  id uuid primary key,
  invitation_id uuid not null,
  role text not null check (role in ('city-officer', 'district-officer', 'cluster-office', 'principal', 'liaison', 'teacher', 'expert', 'administrator')),
  unit_id int not null,
  from_day date not null,
  until_day date
);
select platform.reference('identity.invitation_grant');

-- A link with which a person gives themself a new password.
create table identity.password_link (
  token_hash bytea primary key,
  account_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null
);
select platform.reference('identity.password_link');

create table identity.recovery_code (
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
select platform.reference('identity.recovery_code');

-- Who an account is to a sign-in of the house (OpenID Connect).
create table identity.outside_account (
  issuer text not null,
  subject text not null,
  account_id uuid not null,
  label text not null,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
select platform.reference('identity.outside_account');

-- What a person asks to have put right of what is stored about them.
create table identity.correction (
  id uuid primary key,
  account_id uuid not null,
  account_name text not null,
  school_id int not null,
  wish text not null,
  made_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  answered_by text
);
select platform.reference('identity.correction');

alter table identity.invitation_grant add constraint invitation_grant_invitation foreign key (invitation_id) references identity.invitation (id);
alter table identity.invitation_grant add constraint invitation_grant_unit foreign key (unit_id) references organizations.unit (id);
alter table identity.password_link add constraint password_link_account foreign key (account_id) references identity.account (id);
alter table identity.recovery_code add constraint recovery_code_account foreign key (account_id) references identity.account (id);
alter table identity.outside_account add constraint outside_account_account foreign key (account_id) references identity.account (id);
alter table identity.correction add constraint correction_account foreign key (account_id) references identity.account (id);
alter table identity.correction add constraint correction_school foreign key (school_id) references organizations.unit (id);

create unique index invitation_token on identity.invitation (token_hash);
create index invitation_grant_by_invitation on identity.invitation_grant (invitation_id);
create index invitation_grant_by_unit on identity.invitation_grant (unit_id);
create index grant_by_unit on identity."grant" (unit_id);
create index password_link_by_account on identity.password_link (account_id);
create index outside_account_by_account on identity.outside_account (account_id);
create index correction_by_school on identity.correction (school_id);

-- Behind the wall nobody finds any of these: the use cases read them as the owner, after the policy has decided.
alter table identity.invitation enable row level security;
alter table identity.invitation_grant enable row level security;
alter table identity.password_link enable row level security;
alter table identity.recovery_code enable row level security;
alter table identity.outside_account enable row level security;
alter table identity.correction enable row level security;
