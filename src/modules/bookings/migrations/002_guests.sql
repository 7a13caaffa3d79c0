set local citus.multi_shard_modify_mode to 'sequential';

-- A group from outside has a name instead of a school.
alter table bookings.booking add column guest text not null default '';
alter table bookings.waiting add column guest text not null default '';

-- What touches no school at all, a group from outside at a partner's venue, is seen by the office of the cluster.
create policy office on bookings.booking using (
  school_id is null and cluster_id = any (nullif(current_setting('app.unit_ids', true), '')::int[]));
create policy office on bookings.waiting using (
  school_id is null and cluster_id = any (nullif(current_setting('app.unit_ids', true), '')::int[]));
create policy office on bookings.check_in using (
  school_id is null and user_school_id is null and exists (
    select from bookings.booking b where b.district_id = check_in.district_id and b.id = check_in.booking_id));
