set local citus.multi_shard_modify_mode to 'sequential';

-- What a union means to do in a school year, month by month. The office confirms it; a confirmed line becomes an event.
create table teaching_research.plan_line (
  district_id int not null,
  id uuid not null,
  union_id uuid not null,
  school_year smallint not null,
  month smallint not null check (month between 1 and 12),
  form text not null check (form in ('合作教研', '联合备课', '公开教学', '课题')),
  theme text not null check (theme <> ''),
  school_id int not null,
  words text not null default '',
  written_at timestamptz not null,
  written_by text not null,
  confirmed_on date,
  confirmed_by text,
  primary key (district_id, id),
  check ((confirmed_on is null) = (confirmed_by is null))
);
select platform.distribute('teaching_research.plan_line');
alter table teaching_research.plan_line add constraint plan_line_union foreign key (district_id, union_id) references teaching_research.research_union (district_id, id);
create index plan_line_by_union on teaching_research.plan_line (district_id, union_id, school_year);
grant select, insert, update, delete on teaching_research.plan_line to yanzhen_app;

-- An activity of a union as it is prepared, held and told. Held, it stands in the ledger too: teaching_research.activity.
create table teaching_research.event (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  union_id uuid not null,
  plan_line_id uuid,
  school_year smallint not null,
  form text not null check (form in ('合作教研', '联合备课', '公开教学', '课题')),
  theme text not null check (theme <> ''),
  from_at timestamptz not null,
  until_at timestamptz not null,
  place text not null default '',
  school_id int not null,
  lecturer_id uuid,
  lecturer_school_id int,
  agenda text not null default '',
  status text not null check (status in ('待开展', '已开展', '已取消')),
  minutes text,
  decisions text,
  minutes_at timestamptz,
  minutes_by text,
  held_at timestamptz,
  held_by text,
  cancelled_why text,
  written_at timestamptz not null,
  written_by text not null,
  primary key (district_id, id),
  check (until_at > from_at),
  check ((lecturer_id is null) = (lecturer_school_id is null)),
  check ((minutes is null) = (minutes_at is null) and (minutes is null) = (minutes_by is null)),
  check ((status = '已取消') = (cancelled_why is not null))
);
select platform.distribute('teaching_research.event');
alter table teaching_research.event add constraint event_union foreign key (district_id, union_id) references teaching_research.research_union (district_id, id);
create index event_by_cluster on teaching_research.event (district_id, cluster_id, school_year);
create index event_by_union on teaching_research.event (district_id, union_id, from_at);
create unique index event_of_line on teaching_research.event (district_id, plan_line_id) where plan_line_id is not null and status <> '已取消';

-- Who is invited beside the school where it is held.
create table teaching_research.event_school (
  district_id int not null,
  event_id uuid not null,
  school_id int not null,
  primary key (district_id, event_id, school_id)
);
select platform.distribute('teaching_research.event_school');
alter table teaching_research.event_school add constraint event_school_event foreign key (district_id, event_id) references teaching_research.event (district_id, id) on delete cascade;

-- What one reads before it, and what came of it: each an address with a title.
create table teaching_research.event_link (
  district_id int not null,
  id uuid not null,
  event_id uuid not null,
  kind text not null check (kind in ('材料', '成果')),
  title text not null check (title <> ''),
  address text not null default '',
  words text not null default '',
  added_at timestamptz not null,
  added_by text not null,
  primary key (district_id, id)
);
select platform.distribute('teaching_research.event_link');
alter table teaching_research.event_link add constraint event_link_event foreign key (district_id, event_id) references teaching_research.event (district_id, id) on delete cascade;
create index event_link_by_event on teaching_research.event_link (district_id, event_id);

-- What was agreed that somebody does until a day.
create table teaching_research.event_task (
  district_id int not null,
  id uuid not null,
  event_id uuid not null,
  what text not null check (what <> ''),
  teacher_district_id int not null,
  teacher_id uuid not null,
  school_id int not null,
  due_on date not null,
  primary key (district_id, id)
);
select platform.distribute('teaching_research.event_task');
alter table teaching_research.event_task add constraint event_task_event foreign key (district_id, event_id) references teaching_research.event (district_id, id) on delete cascade;
create index event_task_by_event on teaching_research.event_task (district_id, event_id);

-- Who came: a teacher of the register, or somebody with an account only, each once.
create table teaching_research.event_sign (
  district_id int not null,
  id uuid not null,
  event_id uuid not null,
  teacher_district_id int,
  teacher_id uuid,
  account_id uuid,
  school_id int not null,
  name text not null check (name <> ''),
  way text not null check (way in ('二维码', '备用码', '代为登记')),
  signed_at timestamptz not null,
  by_name text not null,
  primary key (district_id, id),
  check ((teacher_id is null) = (teacher_district_id is null)),
  check (teacher_id is not null or account_id is not null)
);
select platform.distribute('teaching_research.event_sign');
alter table teaching_research.event_sign add constraint event_sign_event foreign key (district_id, event_id) references teaching_research.event (district_id, id) on delete cascade;
create unique index event_sign_teacher on teaching_research.event_sign (district_id, event_id, teacher_id) where teacher_id is not null;
create unique index event_sign_account on teaching_research.event_sign (district_id, event_id, account_id) where teacher_id is null;
create index event_sign_by_account on teaching_research.event_sign (district_id, account_id);

select platform.protect('teaching_research.event', 'school_id', 'lecturer_school_id');
select platform.protect('teaching_research.event_task', 'school_id');
select platform.protect('teaching_research.event_sign', 'school_id');
create policy own on teaching_research.event_sign using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
grant select, insert, update, delete on teaching_research.event, teaching_research.event_school, teaching_research.event_link, teaching_research.event_task, teaching_research.event_sign to yanzhen_app;

-- A row of the ledger that came of an event says so, and, where it does not count, why. Rows that were kept to be put back
-- know neither column: both stay empty there.
alter table teaching_research.activity add column event_id uuid;
alter table teaching_research.activity add column left_out text;
alter table teaching_research.activity drop constraint activity_form_check;
alter table teaching_research.activity add constraint activity_form_check check (form in ('合作教研', '联合备课', '公开教学', '课题'));
create unique index activity_of_event on teaching_research.activity (district_id, event_id) where event_id is not null;
