import { firstDay, lastDay, schoolYearOf } from '#shared/school-year.ts'
import type { Context } from './context.ts'
import type { Db } from './database/database.ts'
import type { FactTable } from './fact-rows.ts'

export interface LedgerSchool {
  id: number
  districtId: number
  name: string
  shortName: string
}

/** The ledger being read: whose it is, for which school year, and what its sheets may ask. */
export interface Book {
  ctx: Context
  importId: string
  districtId: number
  cluster: { id: number; name: string }
  schoolYear: number
  /** Where one school hands in for itself: only its rows are taken, and the cluster's members stay as they are. */
  ownSchool?: number | undefined
  /** Whether the ledger may bring in schools of other clusters: a bureau's may, an office's own may not. */
  decidesMembers: boolean
  /** A member school of that year by its id (what a cell of kind 'school' holds); undefined for any other school. */
  school(id: number): LedgerSchool | undefined
  /** The districts of the member schools, the cluster's own first: facts stand under their school's district. */
  districtIds(): readonly number[]
  /** Tells the register of a school that the 学校 sheet holds, new or known: the other sheets find schools there. */
  addSchool(school: LedgerSchool): void
}

/**
 * How a cell is read: habits of writing are normalised before the sheet sees the value. 'school' and 'schools' are
 * looked up by 学校名称 or 学校简称 before the sheet sees the row; an unknown one is a fault with the nearest name.
 * A 'label' is a name that rows are told apart or grouped by (a subject, a union): widths and blanks do not count.
 */
export type CellKind =
  | 'text'
  | 'name'
  | 'label'
  | 'code'
  | 'integer'
  | 'decimal'
  | 'day'
  | 'month'
  | 'year'
  | 'yes-no'
  | 'list'
  | 'school'
  | 'schools'

export interface LedgerColumn {
  title: string
  /** Other headers that mean the same. */
  aliases?: readonly string[]
  kind: CellKind
  required?: boolean
  /** A closed list; '' is allowed unless the column is required. For kind 'list' each member is checked. */
  oneOf?: readonly string[]
}

/** What a sheet finds wrong with a row: a fault refuses it, a warning takes it and says so. */
export interface Findings {
  fault(column: string, code: string, message: string): void
  warn(column: string, code: string, message: string): void
}

/**
 * The cells of one row after reading, by column title, null where empty or where the column is missing: text and
 * codes as string, integer, decimal and year as number, day 'YYYY-MM-DD', month 'YYYY-MM-01', yes-no as boolean,
 * list as strings, school as its id, schools as ids.
 */
export type Cells = Record<string, string | number | boolean | string[] | number[] | null>

export interface LedgerRow {
  /** The row's number in the user's sheet. */
  row: number
  cells: Cells
}

/** Something a person recorded by hand that rests on rows of an import: without them it would be about nobody. */
export interface Resting {
  teacherId: string
  /** Of the teacher, as the rows have it. */
  name: string
  /** 免予交流 */
  what: string
}

/**
 * One sheet of the ledger, handed to `transfer` by the module that owns the facts. `R` is the record it writes;
 * two records are the same when their `compare` fields are.
 */
export interface LedgerSheet<R extends { key: string } = { key: string }, L = unknown> {
  name: string
  /** The source its facts count under (see Measure.source). */
  source: string
  /** The table of its facts. */
  facts: FactTable
  /** It may hold very many rows. */
  large?: true
  /** A ledger without it lacks nothing, and schools hand it in only where they are asked to. */
  optional?: true
  /** The column that says whose row it is: there a row of another school is refused where a school hands in its own. */
  home: string
  /** What tells a record's row from all others in its table, by column. */
  rowOf(book: Book, record: R): Readonly<Record<string, string | number>>
  /** Column titles that make the key; empty: every row is a fact of its own. */
  key: readonly string[]
  columns: readonly LedgerColumn[]
  /** Fields of R that the preview compares and shows, with their column titles. */
  compare: Readonly<Partial<Record<keyof R & string, string>>>
  /** Columns whose cell stands in another field than the one that is compared: a column that a file lacks is read from it. */
  written?: Readonly<Record<string, keyof R & string>>
  /** Whom or what a record is about, for the list of changes. */
  subject(record: R): string
  /** Looks up what the rows of a batch refer to (teachers by 工号, …), once per batch. */
  prepare(book: Book, rows: readonly LedgerRow[]): Promise<L>
  /**
   * Cells → record. Undefined when a fault was found. `key` is unique within cluster, year and sheet; a sheet without
   * a key leaves it '' and the engine fills in the content's hash and which of its equals the row is.
   */
  resolve(book: Book, row: LedgerRow, looked: L, findings: Findings): R | undefined
  /** What is on file under the keys of these records, in the shape that `resolve` gives, by key. */
  existing(book: Book, records: readonly R[]): Promise<Map<string, R>>
  /** How many rows of this cluster are on file for a school year. */
  count(book: Book, schoolYear: number): Promise<number>
  /** Writes new and changed records. `rows` gives the source row of each by its key, for tracing. */
  save(book: Book, records: readonly R[], rows: ReadonlyMap<string, number>): Promise<void>
  /** What rests on whom rows of this import alone tell of; left out where nothing can. */
  restingOn?(db: Db, importId: string): Promise<readonly Resting[]>
  /** The schools and years whose figures a record counts in. */
  countsFor(record: R): readonly { districtId: number; schoolId: number; schoolYear: number }[]
}

/** Each sheet has a record type of its own; who works over all of them knows only that a record has a key. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the record is the sheet's own secret
export type AnyLedgerSheet = LedgerSheet<any, any>

/** What a table keeps of a record beside its content: its id, whose ledger brought it in, which import, which row. */
export interface Filed {
  id: string
  clusterId: number
  importId: string
  sourceRow: number | null
}

/** The records as their table keeps them. */
export const filed = <R extends { key: string }>(
  book: Book,
  records: readonly R[],
  rows: ReadonlyMap<string, number>,
): (R & Filed)[] =>
  records.map((record) => ({
    ...record,
    id: book.ctx.newId(),
    clusterId: book.cluster.id,
    importId: book.importId,
    sourceRow: rows.get(record.key) ?? null,
  }))

/** Whose rows of which school year: what every ledger statement on a table begins with. */
export interface LedgerScope {
  districtIds: readonly number[]
  clusterId: number
  schoolYear: number
}

export const scopeOf = (book: Book, schoolYear = book.schoolYear): LedgerScope => ({
  districtIds: book.districtIds(),
  clusterId: book.cluster.id,
  schoolYear,
})

/** A warning where a day does not fall in the ledger's school year. */
export function warnOutsideYear({ schoolYear }: Book, { cells }: LedgerRow, column: string, findings: Findings): void {
  const day = cells[column]
  if (typeof day !== 'string' || schoolYearOf(day) === schoolYear) return
  const range = `${firstDay(schoolYear)} 至 ${lastDay(schoolYear)}`
  findings.warn(column, 'transfer.outsideYear', `${column} ${day} 不在${schoolYear}学年内（${range}），请核对。`)
}

/** A warning where a subject is none of those the policies know; it may be a new one, or a slip. */
export function warnUnknownSubject({ ctx }: Book, { cells }: LedgerRow, column: string, findings: Findings): void {
  const subject = cells[column]
  if (typeof subject !== 'string' || ctx.policies.subjects.has(subject)) return
  findings.warn(column, 'transfer.unknownSubject', `${column}“${subject}”不是常见的学科名称，请核对。`)
}

/** The row of a record of a sheet without a key: known by its content within the cluster's year. */
export const keptUnder = (
  { cluster }: Book,
  { districtId, schoolYear, key }: { districtId: number; schoolYear: number; key: string },
) => ({ district_id: districtId, cluster_id: cluster.id, school_year: schoolYear, row_key: key })
