import type { SheetCell } from '#platform/sheet/workbook.ts'
import { LONGEST_CELL, type RowFault } from './correction.contract.ts'
import { storable } from './cells.ts'
import { withoutIdNumbers } from './privacy.rules.ts'
import type { RowFindings } from './row-findings.ts'
import type { FoundSheet } from './workbook.ts'

/** How a cell was more than its text: a number, or something that could not be read. */
export type CellMark = 'number' | NonNullable<SheetCell['flag']>

/** A refused row on its way to being kept. */
export interface Refused {
  sheet: string
  row: number
  cells: Record<string, string>
  marks: Record<string, CellMark>
  faults: RowFault[]
}

/** Where the columns of a sheet stood in the file, by the ledger's titles. */
export interface SheetLayout {
  shownName: string
  columns: Record<string, number>
}

/** What is kept of a file beside its refused rows: where columns stood, and the schools that its other sheets may name. */
export interface Layout {
  sheets: Record<string, SheetLayout>
  schools: string[]
}

/** What an import keeps of the rows that it refuses: so many rows, so many characters, whatever the file. */
const KEPT = { rows: 20_000, characters: 16_000_000 }

/** The rows that an import refuses, gathered while it is read: only columns of the ledger, no ID numbers. */
export class Refusals {
  readonly rows: Refused[] = []
  readonly layout: Layout = { sheets: {}, schools: [] }
  /** Refused rows for which there was no room. */
  notKept = 0
  #characters = 0

  sheet({ sheet, shownName, heading }: FoundSheet): void {
    this.layout.sheets[sheet.name] = { shownName, columns: Object.fromEntries(heading?.columns ?? []) }
  }

  add({ sheet, heading }: FoundSheet, findings: RowFindings): void {
    if (this.rows.length >= KEPT.rows || this.#characters >= KEPT.characters) {
      this.notKept++
      return
    }
    const refused: Refused = {
      sheet: sheet.name,
      row: findings.row,
      cells: {},
      marks: {},
      faults: findings.faults(),
    }
    for (const [title, at] of heading?.columns ?? []) {
      const cell = findings.written.cells.find(({ column }) => column === at)
      if (cell) this.#keep(refused, title, cell)
    }
    this.rows.push(refused)
  }

  #keep({ cells, marks }: Refused, title: string, cell: SheetCell): void {
    const text = withoutIdNumbers(storable(cell.text)).slice(0, LONGEST_CELL)
    if (text !== '') cells[title] = text
    if (cell.flag) marks[title] = cell.flag
    else if (cell.kind === 'number') marks[title] = 'number'
    this.#characters += text.length + title.length
  }
}
