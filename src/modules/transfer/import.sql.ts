import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Import, ImportReport, SheetCount } from './import.contract.ts'

type Status = Import['status']

/** An import as it stands on record. */
export interface ImportRow {
  id: string
  districtId: number
  clusterId: number | null
  clusterName: string
  schoolYear: number | null
  fileName: string
  bytes: number
  status: Status
  actorName: string
  startedAt: Date
  endedAt: Date | null
  report: ImportReport | null
  failure: string | null
  /** The job that checks or takes it. */
  jobId: string | null
  /** Handed in by one school, for its own rows, */
  schoolId: number | null
  schoolName: string | null
  /** in answer to this call; */
  callId: string | null
  /** what the office said of it. */
  verdict: 'accepted' | 'returned' | null
  verdictReason: string | null
  judgedBy: string | null
  undoneAt: Date | null
  /** Whether who sent it decides which schools are members. */
  decidesMembers: boolean
  undoneBy: string | null
  /** Refused rows that can be put right in place. */
  openRows: number
  /** It is being checked again, with what was put right. */
  rechecking: boolean
}

const columns = [
  'id',
  'districtId',
  'clusterId',
  'clusterName',
  'schoolYear',
  'fileName',
  'bytes',
  'status',
  'actorName',
  'startedAt',
  'endedAt',
  'failure',
  'jobId',
  'schoolId',
  'callId',
  'verdict',
  'verdictReason',
  'judgedBy',
  'undoneAt',
  'undoneBy',
  'decidesMembers',
] as const

const schoolName = sql<string | null>`(select u.name from organizations.unit u where u.id = import.school_id)`

/** One ledger of a cluster at a time, whatever the process; held until the transaction ends. */
export async function lockLedgers(db: Db, clusterName: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(8270414, hashtext(${clusterName}))`.execute(db)
}

/**
 * Tells the planner about the rows that this transaction brings in: without it, it takes the keys of a batch for most of
 * the table and reads all of that, batch after batch. Skipped where somebody else is at it.
 */
export async function analyze(db: Db, table: string): Promise<void> {
  await sql`analyze (skip_locked) ${sql.table(table)}`.execute(db)
}

/**
 * Rows are looked up by key, batch by batch, in tables that grow meanwhile: for the rest of the transaction the planner
 * reckons with pages that are at hand, else it reads the whole table for every batch.
 */
export async function reckonWithCache(db: Db): Promise<void> {
  await sql`set local random_page_cost = 1.1`.execute(db)
}

/** What stands at an import from its first day. */
export type NewImport = Pick<
  ImportRow,
  | 'id'
  | 'districtId'
  | 'clusterId'
  | 'clusterName'
  | 'schoolYear'
  | 'fileName'
  | 'bytes'
  | 'status'
  | 'actorName'
  | 'startedAt'
  | 'endedAt'
  | 'report'
> &
  Partial<Pick<ImportRow, 'schoolId' | 'callId' | 'decidesMembers'>> & { sha256: string; accountId: string | null }

export async function insertImport(db: Db, row: NewImport): Promise<void> {
  await db
    .insertInto('transfer.import')
    .values({ ...row, report: row.report && JSON.stringify(row.report) })
    .execute()
}

export const findImport = (db: Db, id: string): Promise<ImportRow | undefined> =>
  db
    .selectFrom('transfer.import')
    .select([...columns, 'report', schoolName.as('schoolName')])
    .select(
      sql<number>`(select count(*) from transfer.refused_row r where r.district_id = import.district_id
        and r.import_id = import.id and not r.dropped and (import.status <> 'checked' or r.faults <> '[]'))`.as(
        'openRows',
      ),
    )
    .select(sql<boolean>`correction_job is not null`.as('rechecking'))
    .where('id', '=', id)
    .$castTo<ImportRow>()
    .executeTakeFirst()

export type ImportLine = Omit<ImportRow, 'report' | 'openRows' | 'rechecking'> & { sheets: SheetCount[] }

/** The latest imports of a cluster, newest first. */
export const listImports = (db: Db, districtId: number, clusterId: number): Promise<ImportLine[]> =>
  db
    .selectFrom('transfer.import')
    .select([
      ...columns,
      schoolName.as('schoolName'),
      sql<SheetCount[]>`coalesce(report -> 'sheets', '[]')`.as('sheets'),
    ])
    .where('districtId', '=', districtId)
    .where('clusterId', '=', clusterId)
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .$castTo<ImportLine>()
    .execute()

export interface Step {
  districtId: number
  id: string
  from: readonly Status[]
  to: Status
}

/** One step of an import; false where it does not stand at one of `from` (any more). */
export async function markImport(
  db: Db,
  { districtId, id, from, to }: Step,
  what: {
    endedAt?: Date
    failure?: string
    schoolYear?: number
    report?: ImportReport
    undoneAt?: Date
    undoneBy?: string
  } = {},
): Promise<boolean> {
  const { report, ...rest } = what
  const done = await db
    .updateTable('transfer.import')
    .set({ status: to, ...rest, ...(report && { report: JSON.stringify(report) }) })
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function updateJob(
  db: Db,
  { districtId, id }: Pick<ImportRow, 'districtId' | 'id'>,
  jobId: string | undefined,
): Promise<void> {
  await db
    .updateTable('transfer.import')
    .set({ jobId: jobId ?? null })
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

/** Files that nobody decided on, and in which nobody puts rows right, are given up. */
export async function markExpired(db: Db, before: Date, at: Date): Promise<void> {
  await db
    .updateTable('transfer.import')
    .set({ status: 'discarded', endedAt: at })
    .where('status', '=', 'checked')
    .where('startedAt', '<', before)
    .where(
      sql<boolean>`not exists (select from transfer.refused_row r where r.district_id = import.district_id
        and r.import_id = import.id and r.changed_at >= ${before})`,
    )
    .execute()
}
