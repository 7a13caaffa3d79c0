import type { Context } from './context.ts'

/** The ledger being read: whose it is, for which school year, and what its sheets may ask. */
export interface Book {
  ctx: Context
  importId: string
  districtId: number
  cluster: { id: number; name: string }
  schoolYear: number
  /** Finds a member school of that year by 学校名称 or 学校简称. */
  school(name: string): { id: number; districtId: number; name: string } | undefined
  /** The register's name nearest to a misspelt one. */
  nearestSchool(name: string): string | undefined
  /** Tells the register of a school that the 学校 sheet brought in. */
  addSchool(school: { id: number; districtId: number; name: string; shortName: string }): void
}

/** How a cell is read: habits of writing are normalised before the sheet sees the value. */
export type CellKind = 'text' | 'name' | 'code' | 'integer' | 'decimal' | 'day' | 'month' | 'year' | 'yes-no' | 'list'

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

/** The cells of one row after reading, by column title: text, number, list, or null where empty. */
export type Cells = Record<string, string | number | boolean | string[] | null>

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
  /** Looks up what the rows of a batch refer to (teachers by 工号, …), once per batch. */
  prepare(book: Book, rows: readonly LedgerRow[]): Promise<L>
  /** Cells → record. Undefined when a fault was found. `key` of the record is unique within cluster, year and sheet. */
  resolve(book: Book, row: LedgerRow, looked: L, findings: Findings): R | undefined
  /** The records on file under these keys, in the shape that `resolve` gives. */
  existing(book: Book, keys: readonly string[]): Promise<Map<string, R>>
  /** Writes new and changed records. `rows` gives the source row of each for tracing. */
  save(book: Book, records: readonly R[], rows: ReadonlyMap<string, number>): Promise<void>
  /** The school and year whose figures a record counts in. */
  countsFor(record: R): readonly { districtId: number; schoolId: number; schoolYear: number }[]
}
