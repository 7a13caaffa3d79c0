set local citus.multi_shard_modify_mode to 'sequential';

-- A batch that was taken back, or whose place another took: it stays on file with its steps and what schools said of it. What it
-- planned is gone, so that another may plan the same.
alter table mobility.batch drop constraint batch_state_check;
alter table mobility.batch add constraint batch_state_check
  check (state in ('拟定', '听取意见', '理事会已决定', '区已批准', '已生效', '已撤销'));

-- Who is called back before the term is over, by which batch and from which day on: it holds once that batch is approved.
alter table mobility.rotation add column recall_batch_id uuid;
alter table mobility.rotation add column recall_on date;
create index rotation_by_recall on mobility.rotation (district_id, recall_batch_id) where recall_batch_id is not null;
