import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { JobStatus } from './job.ts'

export interface JobRow {
  districtId: number
  id: string
  kind: string
  unitId: number | null
  accountId: string | null
  payload: unknown
  tries: number
}

export interface WaitingJob extends Omit<JobRow, 'tries'> {
  key: string
  dueAt: Date
  createdAt: Date
}

/** Returns whether it was written: under its key another may be waiting. */
export async function insertJob(db: Db, { payload, ...job }: WaitingJob): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('platform.job')
    .values({ ...job, payload: JSON.stringify(payload) })
    .onConflict((same) => same.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The next job of a kind that is due, or whose process went away; it is the caller's until the lease ends. */
export async function claimJob(
  db: Db,
  kind: string,
  { now, leasedUntil }: { now: Date; leasedUntil: Date },
): Promise<JobRow | undefined> {
  const { rows } = await sql<JobRow>`
    update platform.job j set status = 'running', tries = j.tries + 1, leased_until = ${leasedUntil}
    from (select district_id, id from platform.job
      where kind = ${kind} and ((status = 'waiting' and due_at <= ${now}) or (status = 'running' and leased_until < ${now}))
      order by due_at, id limit 1 for update skip locked) next
    where j.district_id = next.district_id and j.id = next.id
    returning j.district_id, j.id, j.kind, j.unit_id, j.account_id, j.payload, j.tries`.execute(db)
  return rows[0]
}

type Place = Pick<JobRow, 'districtId' | 'id'>

export async function updateLease(db: Db, { districtId, id }: Place, leasedUntil: Date): Promise<void> {
  await db
    .updateTable('platform.job')
    .set({ leasedUntil })
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .where('status', '=', 'running')
    .execute()
}

/** Ends every lease: on an engine that serves one process, whoever had them is gone. */
export async function endLeases(db: Db, now: Date): Promise<void> {
  await sql`update platform.job set leased_until = ${now} where status = 'running'`.execute(db)
}

interface Outcome {
  status: JobStatus
  dueAt?: Date
  endedAt?: Date
  result?: unknown
  failure?: string
}

export async function markJob(db: Db, { districtId, id }: Place, { result, ...outcome }: Outcome): Promise<void> {
  await db
    .updateTable('platform.job')
    .set({ ...outcome, leasedUntil: null, ...(result !== undefined && { result: JSON.stringify(result) }) })
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

export interface JobState extends Omit<JobRow, 'tries'> {
  status: JobStatus
  createdAt: Date
  endedAt: Date | null
  result: unknown
  failure: string | null
}

/** A job, for those who may see it. */
export function findJob(db: Db, id: string): Promise<JobState | undefined> {
  return db
    .selectFrom('platform.job')
    .select(['districtId', 'id', 'kind', 'unitId', 'accountId', 'payload', 'status', 'createdAt', 'endedAt'])
    .select(['result', 'failure'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** How long until the next job of these kinds is due, in milliseconds; undefined where none waits. */
export async function findNextDue(db: Db, kinds: readonly string[]): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(case when status = 'waiting' then due_at else leased_until end) as at
    from platform.job where kind = any (${kinds}::text[]) and status in ('waiting', 'running')`.execute(db)
  return rows[0]?.at ?? undefined
}

/** Takes away what ended before a day. */
export async function deleteJobsBefore(db: Db, day: Date): Promise<void> {
  await sql`delete from platform.job where status in ('done', 'failed') and ended_at < ${day}`.execute(db)
}
