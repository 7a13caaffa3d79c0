set local citus.multi_shard_modify_mode to 'sequential';

-- What was issued is read by many; a draft, and the hand that writes, is theirs who are over the cluster.
alter table publishing.report enable row level security;
create policy report_issued on publishing.report for select using (status in ('issued', 'withdrawn'));
create policy report_kept on publishing.report using (
  current_setting('app.all', true) = 'on'
  or district_id = any (nullif(current_setting('app.district_ids', true), '')::int[])
  or unit_id = any (nullif(current_setting('app.unit_ids', true), '')::int[]));
