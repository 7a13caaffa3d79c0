import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { FactRow } from '#platform/fact-rows.ts'
import type { FactKey } from '#platform/facts.ts'

interface Undone {
  districtId: number
  id: string
}

/** The next rows that an import wrote over, as they stood before, in the order of their places. */
export async function listOverwritten(
  db: Db,
  { districtId, id }: Undone,
  sheet: string,
  after: string,
  limit: number,
): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    select place, before_import as import_id, before::text as "row" from transfer.overwritten
    where district_id = ${districtId} and import_id = ${id} and sheet = ${sheet} and place > ${after}
    order by place limit ${limit}`.execute(db)
  return rows
}

export interface LaterImport {
  importId: string
  fileName: string
  endedAt: Date
  /** Of rows: which sheet, how many, one of them. */
  sheet: string
  rows: number
  sample: string | null
}

/** Imports that wrote over rows of this one. */
export async function listOverwriters(db: Db, { id }: Undone): Promise<LaterImport[]> {
  const { rows } = await sql<LaterImport>`
    select i.id as import_id, i.file_name, i.ended_at, o.sheet, count(*) as rows,
      min(coalesce(o.before ->> 'name', o.before ->> 'theme')) as sample
    from transfer.overwritten o join transfer.import i on i.district_id = o.district_id and i.id = o.import_id
    where o.before_import = ${id} and o.import_id <> ${id}
    group by i.id, i.file_name, i.ended_at, o.sheet order by i.ended_at desc, o.sheet`.execute(db)
  return rows
}

export interface Confirmer {
  importId: string
  fileName: string
  endedAt: Date
  rows: number
  /** The school that handed it in, if one did, and whether the office accepted it. */
  schoolName: string | null
  accepted: boolean
}

/** Later imports that said rows of this one again, unchanged: they rest on them. */
export async function listConfirmers(db: Db, { id }: Pick<Undone, 'id'>): Promise<Confirmer[]> {
  const { rows } = await sql<Confirmer>`
    select i.id as import_id, i.file_name, i.ended_at, sum(c.rows)::int as rows, u.name as school_name,
      coalesce(i.verdict = 'accepted', false) as accepted
    from transfer.trace t
    join transfer.import i on i.district_id = t.district_id and i.id = t.import_id and i.status = 'taken'
    cross join jsonb_to_recordset(t.confirmed) as c ("importId" uuid, rows int)
    left join organizations.unit u on u.id = i.school_id
    where c."importId" = ${id}
    group by i.id, i.file_name, i.ended_at, u.name, i.verdict order by i.ended_at desc, i.id`.execute(db)
  return rows
}

/** Imports that changed the members or schools of the cluster after this one did. */
export async function listLaterChangers(
  db: Db,
  { districtId, id, clusterId }: Undone & { clusterId: number | null },
): Promise<Pick<LaterImport, 'importId' | 'fileName' | 'endedAt'>[]> {
  const { rows } = await sql<Pick<LaterImport, 'importId' | 'fileName' | 'endedAt'>>`
    select i.id as import_id, i.file_name, i.ended_at
    from transfer.import i
    join transfer.trace t on t.district_id = i.district_id and t.import_id = i.id and t.before is not null
    join transfer.import own on own.district_id = i.district_id and own.id = ${id}
    where i.district_id = ${districtId} and i.cluster_id = ${clusterId} and i.status = 'taken' and i.id <> ${id}
      and (i.ended_at, i.id) > (own.ended_at, own.id)
    order by i.ended_at desc, i.id desc`.execute(db)
  return rows
}

/** Files of these imports, by id. */
export async function listImportFiles(
  db: Db,
  ids: readonly string[],
): Promise<Pick<LaterImport, 'importId' | 'fileName' | 'endedAt'>[]> {
  const { rows } = await sql<Pick<LaterImport, 'importId' | 'fileName' | 'endedAt'>>`
    select id as import_id, file_name, ended_at from transfer.import where id = any (${ids}::uuid[])`.execute(db)
  return rows
}

/** What other taken imports of the cluster handed in of a school year. */
export async function listHandedInByOthers(
  db: Db,
  { districtId, id, clusterId, schoolYear }: Undone & { clusterId: number | null; schoolYear: number | null },
): Promise<{ importId: string; handedIn: FactKey[]; fresh: FactKey[] }[]> {
  const { rows } = await sql<{ importId: string; handedIn: FactKey[]; fresh: FactKey[] }>`
    select i.id as import_id, t.handed_in, t.fresh from transfer.import i
    join transfer.trace t on t.district_id = i.district_id and t.import_id = i.id
    where i.district_id = ${districtId} and i.cluster_id = ${clusterId} and i.school_year = ${schoolYear}
      and i.status = 'taken' and i.id <> ${id}
    order by i.ended_at, i.id`.execute(db)
  return rows
}

/** Another import says now that these were handed in first. */
export async function updateFresh(
  db: Db,
  districtId: number,
  importId: string,
  fresh: readonly FactKey[],
): Promise<void> {
  await sql`update transfer.trace set fresh = ${JSON.stringify(fresh)}::jsonb
    where district_id = ${districtId} and import_id = ${importId}`.execute(db)
}

/** What an import wrote over is back: its before-images go. */
export async function deleteOverwritten(db: Db, { districtId, id }: Undone): Promise<void> {
  await sql`delete from transfer.overwritten where district_id = ${districtId} and import_id = ${id}`.execute(db)
}

export async function deleteTrace(db: Db, { districtId, id }: Undone): Promise<void> {
  await sql`delete from transfer.trace where district_id = ${districtId} and import_id = ${id}`.execute(db)
}
