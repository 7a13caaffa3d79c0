set local citus.multi_shard_modify_mode to 'sequential';

-- What another module arranged is kept to its end, whether somebody checks in or not: that module says whether it was used.
alter table bookings.booking add column kept boolean not null default false;
