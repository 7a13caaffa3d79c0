import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

export interface CallRow {
  id: string
  districtId: number
  clusterId: number
  clusterName: string
  schoolYear: number
  dueOn: string
  sheets: string[]
  note: string | null
  openedAt: Date
  closedAt: Date | null
}

const calls = (db: Db) =>
  db
    .selectFrom('transfer.call')
    .select(['id', 'districtId', 'clusterId', 'schoolYear', 'dueOn', 'sheets', 'note', 'openedAt', 'closedAt'])
    .select(sql<string>`(select u.name from organizations.unit u where u.id = call.cluster_id)`.as('clusterName'))
    .orderBy('schoolYear', 'desc')
    .$castTo<CallRow>()

export const findCall = (db: Db, id: string): Promise<CallRow | undefined> =>
  calls(db).where('id', '=', id).executeTakeFirst()

/** The calls of these clusters, the latest year first. */
export const listCalls = (db: Db, clusterIds: readonly number[]): Promise<CallRow[]> =>
  calls(db)
    .where(sql<boolean>`cluster_id = any (${clusterIds}::int[])`)
    .execute()

/** The calls of these clusters that still wait for schools. */
export const listOpenCalls = (db: Db, clusterIds: readonly number[]): Promise<CallRow[]> =>
  calls(db)
    .where('closedAt', 'is', null)
    .where(sql<boolean>`cluster_id = any (${clusterIds}::int[])`)
    .execute()

/** Returns whether it was written: of a cluster there is one a year. */
export async function insertCall(db: Db, call: Omit<CallRow, 'clusterName' | 'closedAt'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('transfer.call')
    .values(call)
    .onConflict((same) => same.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function updateCall(
  db: Db,
  { districtId, id }: Pick<CallRow, 'districtId' | 'id'>,
  to: Partial<Pick<CallRow, 'dueOn' | 'sheets' | 'note' | 'closedAt'>>,
): Promise<void> {
  await db.updateTable('transfer.call').set(to).where('districtId', '=', districtId).where('id', '=', id).execute()
}

/** The latest import of each school that was taken in answer to a call, and when each was last reminded. */
export interface AnswerRow {
  schoolId: number
  importId: string | null
  at: Date | null
  by: string | null
  rows: number
  openRows: number
  verdict: 'accepted' | 'returned' | null
  reason: string | null
  /** The sheets that any of its files held. */
  sheets: string[]
  remindedAt: Date | null
}

export async function listAnswers(
  db: Db,
  { districtId, id }: Pick<CallRow, 'districtId' | 'id'>,
): Promise<AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`
    with held as (
      select i.school_id, array_agg(distinct s ->> 'sheet') as sheets
      from transfer.import i cross join jsonb_array_elements(i.report -> 'sheets') s
      where i.district_id = ${districtId} and i.call_id = ${id} and i.status = 'taken' group by i.school_id),
    latest as (
      select distinct on (school_id) school_id, id as import_id, ended_at as at, actor_name as by, verdict,
        verdict_reason as reason, report
      from transfer.import
      where district_id = ${districtId} and call_id = ${id} and status = 'taken'
      order by school_id, ended_at desc, id desc),
    reminded as (
      select school_id, reminded_at from transfer.reminder where district_id = ${districtId} and call_id = ${id})
    select school_id, l.import_id, l.at, l.by, l.verdict, l.reason, m.reminded_at,
      coalesce(h.sheets, '{}') as sheets,
      coalesce((select sum((s ->> 'added')::int + (s ->> 'updated')::int + (s ->> 'unchanged')::int)
        from jsonb_array_elements(l.report -> 'sheets') s), 0) as rows,
      coalesce((select count(*) from transfer.refused_row r
        where r.district_id = ${districtId} and r.import_id = l.import_id and not r.dropped), 0) as open_rows
    from latest l full join reminded m using (school_id) left join held h using (school_id)`.execute(db)
  return rows
}

/** Notes that these schools were reminded. */
export async function saveReminders(
  db: Db,
  { districtId, id }: Pick<CallRow, 'districtId' | 'id'>,
  schoolIds: readonly number[],
  at: Date,
): Promise<void> {
  await sql`
    insert into transfer.reminder (district_id, call_id, school_id, reminded_at)
    select ${districtId}::int, ${id}::uuid, s, ${at} from unnest(${schoolIds}::int[]) s
    on conflict (district_id, call_id, school_id) do update set reminded_at = excluded.reminded_at`.execute(db)
}

/** What the office says of what a school handed in. */
export async function updateVerdict(
  db: Db,
  { districtId, id }: { districtId: number; id: string },
  to: { verdict: 'accepted' | 'returned'; verdictReason: string | null; judgedBy: string; judgedAt: Date },
): Promise<void> {
  await db.updateTable('transfer.import').set(to).where('districtId', '=', districtId).where('id', '=', id).execute()
}
