import { basename, extname } from 'node:path'
import type { CellRange } from './address.ts'

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'empty'

/** What a reader must know about a cell before it trusts the text. */
export type CellFlag =
  /** A formula whose result was never stored: the text is ''. */
  | 'FORMULA_NO_CACHE'
  /** #N/A, #REF! …: the text is that word. */
  | 'ERROR_VALUE'
  /** A number of 16 digits or more: spreadsheets keep 15, the last ones are wrong. */
  | 'PRECISION_LOST'
  /** A picture that WPS keeps inside the cell: the text is ''. */
  | 'WPS_CELL_IMAGE'
  /** A number formatted as a date that is no day of the calendar: the text is the number. */
  | 'BAD_DATE'

export interface SheetCell {
  /** 1-based; `cellAddress(cell.column, row.row)` is its A1 address. */
  column: number
  kind: CellKind
  /** As the user sees it, but dates as 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM:SS', booleans as TRUE / FALSE. */
  text: string
  /** The stored number of kind 'number'. */
  number: number | undefined
  flag: CellFlag | undefined
}

/** A row that holds something; `cells` are those with a text or a flag, by ascending column. */
export interface SheetRow {
  /** 1-based, as the user's program shows it. */
  row: number
  hidden: boolean
  cells: SheetCell[]
}

export interface SheetInfo {
  name: string
  hidden: boolean
  /** How much there is to read, for progress only. */
  bytes: number
}

/** A spreadsheet of any kind, read sheet by sheet. Reading throws a Problem of sheetProblems when the file is at fault. */
export interface Workbook {
  /** 'roster': a package of tables that a module reads as a sheet. */
  kind: 'xlsx' | 'xls' | 'html' | 'csv' | 'roster'
  sheets: readonly SheetInfo[]
  bytesTotal: number
  /** Grows to bytesTotal when each sheet is read once; a sheet read again starts anew. */
  readonly bytesRead: number
  /** Rows by the thousand or so, top to bottom: the fast way for big sheets. Blank rows are left out. */
  batches(sheetName: string): AsyncIterable<SheetRow[]>
  rows(sheetName: string): AsyncIterable<SheetRow>
  /** Merged ranges; only the top left cell of each holds the text. */
  merges(sheetName: string): Promise<CellRange[]>
  close(): Promise<void>
}

/** '教师.csv' → '教师': what the only sheet of a file without sheet names is called. */
export const sheetNameOf = (fileName: string): string => basename(fileName, extname(fileName))

/** One row at a time from batches. */
export async function* rowByRow(batches: AsyncIterable<SheetRow[]>): AsyncGenerator<SheetRow> {
  for await (const batch of batches) yield* batch
}

/** Counts what has been read of each sheet. */
export class ReadMeter {
  readonly #read = new Map<string, number>()

  start(sheetName: string): void {
    this.#read.set(sheetName, 0)
  }

  add(sheetName: string, bytes: number): void {
    this.#read.set(sheetName, (this.#read.get(sheetName) ?? 0) + bytes)
  }

  get total(): number {
    return [...this.#read.values()].reduce((sum, bytes) => sum + bytes, 0)
  }
}
