import type { Context } from './context.ts'

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
  /** A member school of that year by its id: what a cell of kind 'school' holds. */
  school(id: number): LedgerSchool
  /** Tells the register of a school that the 学校 sheet holds, new or known: the other sheets find schools there. */
  addSchool(school: LedgerSchool): void
}

/**
 * How a cell is read: habits of writing are normalised before the sheet sees the value. 'school' and 'schools' are
 * looked up by 学校名称 or 学校简称 before the sheet sees the row; an unknown one is a fault with the nearest name.
 */
export type CellKind =
  'text' | 'name' | 'code' | 'integer' | 'decimal' | 'day' | 'month' | 'year' | 'yes-no' | 'list' | 'school' | 'schools'

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

/**
 * One sheet of the ledger, handed to `transfer` by the module that owns the facts. `R` is the record it writes;
 * two records are the same when their `compare` fields are.
 */
export interface LedgerSheet<R extends { key: string } = { key: string }, L = unknown> {
  name: string
  /** The source its facts count under (see Measure.source). */
  source: string
  /** Column titles that make the key; empty: every row is a fact of its own. */
  key: readonly string[]
  columns: readonly LedgerColumn[]
  /** Fields of R that the preview compares and shows, with their column titles. */
  compare: Readonly<Partial<Record<keyof R & string, string>>>
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
  /** The schools and years whose figures a record counts in. */
  countsFor(record: R): readonly { districtId: number; schoolId: number; schoolYear: number }[]
}

/** Each sheet has a record type of its own; who works over all of them knows only that a record has a key. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the record is the sheet's own secret
export type AnyLedgerSheet = LedgerSheet<any, any>
