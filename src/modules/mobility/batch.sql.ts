import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { BatchState, Step } from './batch.rules.ts'

export interface BatchRow {
  districtId: number
  id: string
  clusterId: number
  schoolYear: number
  title: string
  state: BatchState
  heardUntil: string | null
  planId: string | null
  steps: Step[]
  schoolIds: number[]
  decisionSha256: string | null
  decisionName: string | null
  decisionType: string | null
  filedOn: string | null
}

/** A batch with what its lists say of it. */
export interface ListedBatch extends BatchRow {
  clusterName: string
  rotations: number
  withdrawn: number
  answered: number
  firstDay: string | null
}

const columns = sql`b.district_id, b.id, b.cluster_id, b.school_year, b.title, b.state, b.heard_until, b.plan_id, b.steps,
  b.school_ids, b.decision_sha256, b.decision_name, b.decision_type, b.filed_on`

export async function findBatch(db: Db, districtIds: readonly number[], id: string): Promise<BatchRow | undefined> {
  const { rows } = await sql<BatchRow>`select ${columns} from mobility.batch b
    where b.district_id = any (${districtIds}::int[]) and b.id = ${id}`.execute(db)
  return rows[0]
}

/** These batches, as far as they are still on file. */
export async function listBatchesById(db: Db, districtId: number, ids: readonly string[]): Promise<BatchRow[]> {
  const { rows } = await sql<BatchRow>`select ${columns} from mobility.batch b
    where b.district_id = ${districtId} and b.id = any (${ids}::uuid[])`.execute(db)
  return rows
}

/** The batch, to be changed by nobody else until this transaction ends. */
export async function findBatchHeld(db: Db, districtId: number, id: string): Promise<BatchRow | undefined> {
  const { rows } = await sql<BatchRow>`select ${columns} from mobility.batch b
    where b.district_id = ${districtId} and b.id = ${id} for update`.execute(db)
  return rows[0]
}

/** The batches of these clusters, the latest first; of one school year where it is given. */
export async function listBatches(
  db: Db,
  where: {
    districtIds: readonly number[]
    clusterIds?: readonly number[] | undefined
    schoolYear?: number | undefined
  },
): Promise<ListedBatch[]> {
  const { rows } = await sql<ListedBatch>`
    select ${columns}, c.name as cluster_name, n.rotations, n.withdrawn, n.first_day, o.answered
    from mobility.batch b
    join organizations.unit c on c.id = b.cluster_id
    cross join lateral (select count(*) filter (where r.status <> '已撤销')::int as rotations,
        count(*) filter (where r.status = '已撤销')::int as withdrawn,
        min(r.start_on) filter (where r.status = '已批准') as first_day
      from mobility.rotation r where r.district_id = b.district_id and r.batch_id = b.id) n
    cross join lateral (select count(*)::int as answered from mobility.opinion p
      where p.district_id = b.district_id and p.batch_id = b.id) o
    where b.district_id = any (${where.districtIds}::int[])
      and (${where.clusterIds ?? null}::int[] is null or b.cluster_id = any (${where.clusterIds ?? null}::int[]))
      and (${where.schoolYear ?? null}::int is null or b.school_year = ${where.schoolYear ?? null}::int)
    order by b.created_at desc, b.id limit 500`.execute(db)
  return rows
}

export async function insertBatch(
  db: Db,
  { steps, ...batch }: Pick<BatchRow, 'districtId' | 'id' | 'clusterId' | 'schoolYear' | 'title' | 'planId' | 'steps'>,
  createdAt: Date,
): Promise<void> {
  await db
    .insertInto('mobility.batch')
    .values({ ...batch, state: '拟定', steps: JSON.stringify(steps), createdAt })
    .execute()
}

type Change = Partial<
  Pick<BatchRow, 'state' | 'heardUntil' | 'decisionSha256' | 'decisionName' | 'decisionType' | 'filedOn'>
>

/** Changes a batch; a step that was done goes to the end of its steps. */
export async function updateBatch(
  db: Db,
  { districtId, id }: { districtId: number; id: string },
  change: Change,
  step?: Step,
): Promise<void> {
  await db
    .updateTable('mobility.batch')
    .set({ ...change, ...(step && { steps: sql<string>`steps || ${JSON.stringify([step])}::jsonb` }) })
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

/** Says anew which schools a batch concerns: where its teachers come from and go to, and whence it calls some back. */
export async function updateBatchSchools(db: Db, districtId: number, id: string): Promise<void> {
  await sql`update mobility.batch b set school_ids = n.ids
    from (select coalesce(array_agg(distinct s.id), '{}') as ids from mobility.rotation r
      cross join lateral (values (r.from_school_id), (r.to_school_id)) as s (id)
      where r.district_id = ${districtId}
        and (r.batch_id = ${id} and r.status <> '已撤销' or r.recall_batch_id = ${id})) n
    where b.district_id = ${districtId} and b.id = ${id}`.execute(db)
}

export async function clearBatchSchools(db: Db, districtId: number, id: string): Promise<void> {
  await sql`update mobility.batch set school_ids = '{}' where district_id = ${districtId} and id = ${id}`.execute(db)
}

export async function deleteBatch(db: Db, districtId: number, id: string): Promise<void> {
  await sql`delete from mobility.batch where district_id = ${districtId} and id = ${id}`.execute(db)
}

/** Of a batch that nobody has approved: whatever became of each. */
export async function deleteAllRotationsOf(db: Db, districtId: number, batchId: string): Promise<void> {
  await sql`delete from mobility.rotation where district_id = ${districtId} and batch_id = ${batchId}`.execute(db)
}

/** What each of a batch's rotations is. */
export async function listStatuses(db: Db, districtId: number, batchId: string): Promise<string[]> {
  const { rows } = await sql<{ status: string }>`select status from mobility.rotation
    where district_id = ${districtId} and batch_id = ${batchId}`.execute(db)
  return rows.map(({ status }) => status)
}

export interface OpinionRow {
  districtId: number
  batchId: string
  schoolId: number
  agrees: boolean
  words: string | null
  saidAt: Date
  saidBy: string
}

export async function listOpinions(db: Db, districtId: number, batchId: string): Promise<OpinionRow[]> {
  const { rows } = await sql<OpinionRow>`
    select district_id, batch_id, school_id, agrees, words, said_at, said_by from mobility.opinion
    where district_id = ${districtId} and batch_id = ${batchId} order by said_at`.execute(db)
  return rows
}

/** What a school says; it may say something else until the council decides. */
export async function saveOpinion(db: Db, row: OpinionRow): Promise<void> {
  const { agrees, words, saidAt, saidBy } = row
  await db
    .insertInto('mobility.opinion')
    .values(row)
    .onConflict((same) =>
      same.columns(['districtId', 'batchId', 'schoolId']).doUpdateSet({ agrees, words, saidAt, saidBy }),
    )
    .execute()
}

/** What was said of a batch that has been changed since is said of another. */
export async function deleteOpinions(db: Db, districtId: number, batchId: string): Promise<void> {
  await sql`delete from mobility.opinion where district_id = ${districtId} and batch_id = ${batchId}`.execute(db)
}

/** The batches in which these schools are asked and have not answered. */
export async function listUnanswered(
  db: Db,
  districtIds: readonly number[],
  schoolIds: readonly number[],
): Promise<{ id: string; title: string; heardUntil: string; schoolId: number }[]> {
  const { rows } = await sql<{ id: string; title: string; heardUntil: string; schoolId: number }>`
    select b.id, b.title, b.heard_until, s.id as school_id from mobility.batch b
    cross join lateral unnest(b.school_ids) as s (id)
    where b.district_id = any (${districtIds}::int[]) and b.state = '听取意见' and s.id = any (${schoolIds}::int[])
      and not exists (select from mobility.opinion o
        where o.district_id = b.district_id and o.batch_id = b.id and o.school_id = s.id)
    order by b.heard_until`.execute(db)
  return rows
}
