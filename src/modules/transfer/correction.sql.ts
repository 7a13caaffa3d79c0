import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { RefusedRow, RowFault } from './correction.contract.ts'
import type { Correction } from './overlay.ts'
import type { CellMark, Layout, Refused } from './refusals.ts'

/** What the kept rows of an import take over from it. */
export interface ImportOwner {
  districtId: number
  importId: string
  clusterId: number | null
  schoolId: number | null
  accountId: string | null
}

export const findOwner = (db: Db, importId: string): Promise<ImportOwner | undefined> =>
  db
    .selectFrom('transfer.import')
    .select(['districtId', 'id as importId', 'clusterId', 'schoolId', 'accountId'])
    .where('id', '=', importId)
    .executeTakeFirst()

/** What was corrected in rows of an import: typed over, or not wanted. */
export const listCorrections = (db: Db, importId: string): Promise<Correction[]> =>
  db
    .selectFrom('transfer.refusedRow')
    .select(['sheet', 'rowNo as row', 'edits', 'dropped'])
    .where('importId', '=', importId)
    .where(sql<boolean>`(dropped or edits <> '{}')`)
    .$castTo<Correction>()
    .execute()

/** Notes where the columns stood in the file. */
export async function updateLayout(db: Db, { districtId, importId }: ImportOwner, layout: Layout): Promise<void> {
  await db
    .updateTable('transfer.import')
    .set({ layout: JSON.stringify(layout) })
    .where('districtId', '=', districtId)
    .where('id', '=', importId)
    .execute()
}

/** Before rows are judged anew: none of those that are wanted has a fault. */
export async function updateToFine(db: Db, { districtId, importId }: ImportOwner): Promise<void> {
  await db
    .updateTable('transfer.refusedRow')
    .set({ faults: sql`'[]'` })
    .where('districtId', '=', districtId)
    .where('importId', '=', importId)
    .where('dropped', '=', false)
    .execute()
}

/** Keeps refused rows; of one that is kept already what was typed stays. */
export async function saveRefused(
  db: Db,
  owner: ImportOwner,
  rows: readonly (Refused & { id: string })[],
): Promise<void> {
  await sql`
    insert into transfer.refused_row
      (district_id, id, import_id, cluster_id, school_id, account_id, sheet, row_no, cells, marks, faults)
    select ${owner.districtId}::int, r.id, ${owner.importId}::uuid, ${owner.clusterId}::int, ${owner.schoolId}::int,
      ${owner.accountId}::uuid, r.sheet, r."row", r.cells, r.marks, r.faults
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, sheet text, "row" int, cells jsonb, marks jsonb, faults jsonb)
    on conflict (district_id, import_id, sheet, row_no) do update
      set cells = excluded.cells, marks = excluded.marks, faults = excluded.faults`.execute(db)
}

/** Rows that have nothing wrong: those that came in, or those that nobody touched and the file now brings. */
export async function deleteFine(
  db: Db,
  { districtId, importId }: ImportOwner,
  { untouchedOnly }: { untouchedOnly: boolean },
): Promise<void> {
  await db
    .deleteFrom('transfer.refusedRow')
    .where('districtId', '=', districtId)
    .where('importId', '=', importId)
    .where('dropped', '=', false)
    .where(sql<boolean>`faults = '[]'`)
    .$if(untouchedOnly, (query) => query.where(sql<boolean>`edits = '{}'`))
    .execute()
}

/** A refused row as the engine reads it again. */
export interface KeptRefused {
  sheet: string
  row: number
  cells: Record<string, string>
  marks: Record<string, CellMark>
  edits: Record<string, string>
  faults: RowFault[]
}

/** The refused rows of an import that are wanted, held until the transaction ends: nothing is typed into them meanwhile. */
export const listWanted = (db: Db, importId: string): Promise<KeptRefused[]> =>
  db
    .selectFrom('transfer.refusedRow')
    .select(['sheet', 'rowNo as row', 'cells', 'marks', 'edits', 'faults'])
    .where('importId', '=', importId)
    .where('dropped', '=', false)
    .orderBy('sheet')
    .orderBy('rowNo')
    .forUpdate()
    .$castTo<KeptRefused>()
    .execute()

export interface PageOfRows {
  sheet: string
  after: number
  limit: number
}

export const listRefused = (
  db: Db,
  { districtId, id }: { districtId: number; id: string },
  { sheet, after, limit }: PageOfRows,
): Promise<RefusedRow[]> =>
  db
    .selectFrom('transfer.refusedRow')
    .select(['id', 'rowNo as row', 'cells', 'edits', 'dropped', 'faults'])
    .where('districtId', '=', districtId)
    .where('importId', '=', id)
    .where('sheet', '=', sheet)
    .where('rowNo', '>', after)
    .orderBy('rowNo')
    .limit(limit)
    .$castTo<RefusedRow>()
    .execute()

/** How many refused rows each sheet of an import has, and how many of them are still wrong. */
export const countRefused = (
  db: Db,
  { districtId, id }: { districtId: number; id: string },
): Promise<{ sheet: string; rows: number; open: number; changedAt: Date | null }[]> =>
  db
    .selectFrom('transfer.refusedRow')
    .select((eb) => ['sheet', eb.fn.countAll<number>().as('rows')])
    .select(sql<number>`count(*) filter (where not dropped and faults <> '[]')`.as('open'))
    .select((eb) => eb.fn.max('changedAt').as('changedAt'))
    .where('districtId', '=', districtId)
    .where('importId', '=', id)
    .groupBy('sheet')
    .execute()

/** What a person typed into one row: null takes a cell back to what the file says. */
export interface Typed {
  id: string
  edits: Record<string, string | null>
  dropped?: boolean | undefined
}

/** Keeps what was typed; returns how many rows are still there to be typed into. */
export async function updateEdits(
  db: Db,
  { districtId, id }: { districtId: number; id: string },
  rows: readonly Typed[],
  at: Date,
): Promise<number> {
  const done = await sql`
    update transfer.refused_row r
    set edits = jsonb_strip_nulls(r.edits || t.edits), dropped = coalesce(t.dropped, r.dropped), changed_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (id uuid, edits jsonb, dropped boolean)
    where r.district_id = ${districtId} and r.import_id = ${id} and r.id = t.id`.execute(db)
  return Number(done.numAffectedRows ?? 0)
}

/** Of an import that is given up nothing is kept. */
export async function deleteRefused(db: Db, { districtId, id }: { districtId: number; id: string }): Promise<void> {
  await db.deleteFrom('transfer.refusedRow').where('districtId', '=', districtId).where('importId', '=', id).execute()
}

/** Rows of imports that are neither open nor taken, or that ended before a day: nobody puts them right any more. */
export async function deleteRefusedBefore(db: Db, before: Date): Promise<void> {
  await sql`
    delete from transfer.refused_row r using transfer.import i
    where i.district_id = r.district_id and i.id = r.import_id
      and (i.status not in ('waiting', 'checking', 'checked', 'taking', 'taken')
        or i.ended_at < ${before} and coalesce(r.changed_at, i.ended_at) < ${before})`.execute(db)
}

/** Where the corrections of an import stand: the columns of its sheets, the job at work, why the last one failed. */
export interface CorrectionState {
  accountId: string | null
  layout: Layout | null
  correctionJob: string | null
  correctionFailure: string | null
}

export const findCorrectionState = (db: Db, importId: string): Promise<CorrectionState | undefined> =>
  db
    .selectFrom('transfer.import')
    .select(['accountId', 'layout', 'correctionJob', 'correctionFailure'])
    .where('id', '=', importId)
    .$castTo<CorrectionState>()
    .executeTakeFirst()

export async function markCorrecting(
  db: Db,
  { districtId, id }: { districtId: number; id: string },
  correctionJob: string | null,
  correctionFailure: string | null = null,
): Promise<void> {
  await db
    .updateTable('transfer.import')
    .set({ correctionJob, correctionFailure })
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}
