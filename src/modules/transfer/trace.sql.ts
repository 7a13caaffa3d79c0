import { sql } from 'kysely'
import type { FactRow } from '#platform/fact-rows.ts'
import type { FactKey } from '#platform/facts.ts'
import type { Db } from '#platform/database/database.ts'
import type { ClusterState } from '#modules/organizations/index.ts'

interface Owner {
  districtId: number
  importId: string
}

/** Keeps rows as they stood before an import wrote over them; of one that is kept already the first stays. */
export async function insertOverwritten(
  db: Db,
  { districtId, importId }: Owner,
  sheet: string,
  rows: readonly FactRow[],
): Promise<void> {
  const json = rows.map(
    (one) =>
      `{"place":${JSON.stringify(one.place)},"before":${one.row},"before_import":${JSON.stringify(one.importId)}}`,
  )
  await sql`
    insert into transfer.overwritten (district_id, import_id, sheet, place, before, before_import)
    select ${districtId}::int, ${importId}::uuid, ${sheet}, r.place, r.before, r.before_import
    from jsonb_to_recordset(${`[${json.join(',')}]`}::jsonb) as r (place text, before jsonb, before_import uuid)
    on conflict do nothing`.execute(db)
}

/** Rows that another import brought in and that this one found as they are. */
export interface Confirmed {
  sheet: string
  importId: string
  rows: number
}

/** What an import changed beside its rows. */
export interface TraceRow {
  handedIn: FactKey[]
  /** Of these nothing was on record before. */
  fresh: FactKey[]
  confirmed: Confirmed[]
  before: ClusterState | null
  after: ClusterState | null
}

export async function findTrace(db: Db, { districtId, importId }: Owner): Promise<TraceRow | undefined> {
  const { rows } = await sql<{ trace: string }>`
    select jsonb_build_object('handedIn', handed_in, 'fresh', fresh, 'confirmed', confirmed,
      'before', before, 'after', after)::text as trace
    from transfer.trace where district_id = ${districtId} and import_id = ${importId}`.execute(db)
  return rows[0] && (JSON.parse(rows[0].trace) as TraceRow)
}

export async function saveTrace(db: Db, { districtId, importId }: Owner, trace: TraceRow): Promise<void> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  await sql`
    insert into transfer.trace (district_id, import_id, handed_in, fresh, confirmed, before, after)
    values (${districtId}, ${importId}, ${json(trace.handedIn)}::jsonb, ${json(trace.fresh)}::jsonb,
      ${json(trace.confirmed)}::jsonb, ${json(trace.before)}::jsonb, ${json(trace.after)}::jsonb)
    on conflict (district_id, import_id) do update set handed_in = excluded.handed_in, fresh = excluded.fresh,
      confirmed = excluded.confirmed, before = excluded.before, after = excluded.after`.execute(db)
}
