import { cellAddress } from '#platform/sheet/address.ts'
import type { SheetRow } from '#platform/sheet/workbook.ts'
import type { Findings } from '#platform/ledger.ts'
import type { ChangedField } from './changes.ts'
import type { RowFault } from './correction.contract.ts'
import type { Change, Finding } from './import.contract.ts'
import type { Report } from './report.ts'
import { withoutIdNumbers } from './privacy.rules.ts'
import type { FoundSheet } from './workbook.ts'

interface Place {
  sheet: FoundSheet['sheet']
  shownName: string
  heading: NonNullable<FoundSheet['heading']>
}

/** Most rows have nothing wrong: they share this. */
const none: readonly Finding[] = []

/** What is wrong with one row, each thing at its cell. */
export class RowFindings implements Findings {
  readonly #place: Place
  readonly #source: SheetRow
  /** The row as it stands in the file, before anything in it was put right. */
  readonly written: SheetRow
  #faults: readonly Finding[] = none
  #warnings: readonly Finding[] = none

  constructor(place: Place, source: SheetRow, written = source) {
    this.#place = place
    this.#source = source
    this.written = written
  }

  /** The first thing that is wrong with a cell is told; what follows from it is not. */
  fault(column: string, code: string, message: string): void {
    if (!this.#faults.some((fault) => fault.column === column))
      this.#faults = [...this.#faults, this.#at(column, code, message)]
  }

  warn(column: string, code: string, message: string): void {
    this.#warnings = [...this.#warnings, this.#at(column, code, message)]
  }

  /** Hands over to the report: the faults if there are any, else the warnings. Returns whether the row is refused. */
  tell(report: Report): boolean {
    const refused = this.#faults.length > 0
    for (const fault of this.#faults) report.fault(fault)
    if (!refused) for (const warning of this.#warnings) report.warn(warning)
    return refused
  }

  /** What the row changes, old → new, at the first cell that differs. */
  change(subject: string, fields: ChangedField[]): Change {
    const { sheet } = this.#place
    return { sheet: sheet.name, cell: this.#cell(fields[0]?.column ?? ''), key: this.#key(), subject, fields }
  }

  get row(): number {
    return this.#source.row
  }

  get isFine(): boolean {
    return this.#faults.length === 0
  }

  /** What is wrong, each with what stood in the cell when it was found wrong. */
  faults(): RowFault[] {
    return this.#faults.map(({ column, code, message }) => ({
      column,
      code,
      message,
      value: withoutIdNumbers(this.#text(column)),
    }))
  }

  #at(column: string, code: string, message: string): Finding {
    const { sheet } = this.#place
    return {
      sheet: sheet.name,
      cell: this.#cell(column),
      column,
      key: this.#key(),
      code,
      message: withoutIdNumbers(message),
    }
  }

  /** 教师!E17; of a column that the sheet does not have, the row's first cell. */
  #cell(column: string): string {
    const { shownName, heading } = this.#place
    return `${shownName}!${cellAddress(heading.columns.get(column) ?? 1, this.#source.row)}`
  }

  /** The row's key as the user wrote it. */
  #key(): string {
    return withoutIdNumbers(this.#place.sheet.key.map((title) => this.#text(title).trim()).join(' / '))
  }

  #text(title: string): string {
    const at = this.#place.heading.columns.get(title)
    return this.#source.cells.find((cell) => cell.column === at)?.text ?? ''
  }
}
