set local citus.multi_shard_modify_mode to 'sequential';

-- What the module that arranged a use says of it, it may put right; the word of the door and of the host stands.
alter table bookings.check_in add column arranged boolean not null default false;
