import type { AnyLedgerSheet, Findings, LedgerRow } from '#platform/ledger.ts'
import type { OpenBook } from './book.ts'
import type { RowFault } from './correction.contract.ts'
import { standingFaults } from './correction.rules.ts'
import type { RowFindings } from './row-findings.ts'

/** A refused row as it is kept. */
export interface KeptRow {
  sheet: string
  row: number
  edits: Record<string, string>
  faults: RowFault[]
}

interface Resolved {
  row: LedgerRow
  findings: RowFindings
  record: { key: string } | undefined
}

/** What reading only the refused rows of a file must know of the others, which are not read again. */
export class Supplement {
  readonly #kept: ReadonlyMap<string, KeptRow>

  constructor(rows: readonly KeptRow[]) {
    this.#kept = new Map(rows.map((row) => [`${row.sheet} ${row.row}`, row]))
  }

  /** A row that repeats another of its file still does, until what they have in common is changed. */
  tellStanding(sheet: AnyLedgerSheet, { row }: LedgerRow, findings: Findings): void {
    const kept = this.#of(sheet, row)
    for (const fault of kept ? standingFaults(kept.faults, kept.edits, sheet.key) : [])
      findings.fault(fault.column, fault.code, fault.message)
  }

  /** A key that was typed and belongs to somebody else already: the row would be written over theirs. */
  async tellOverwriting(book: OpenBook, sheet: AnyLedgerSheet, rows: readonly Resolved[]): Promise<void> {
    const typed = rows.flatMap(({ row, findings, record }) =>
      record && findings.isFine && this.#hasNewKey(sheet, row.row) ? [{ findings, record }] : [],
    )
    if (typed.length === 0) return
    const existing = await sheet.existing(
      book,
      typed.map(({ record }) => record),
    )
    for (const { findings, record } of typed) {
      const other: unknown = existing.get(record.key)
      if (other === undefined || sheet.subject(other) === sheet.subject(record)) continue
      const message = `${sheet.key.join('、')}与已有的另一行相同，请核对。`
      findings.fault(sheet.key[0]!, 'transfer.keyOfAnother', message)
    }
  }

  #hasNewKey(sheet: AnyLedgerSheet, row: number): boolean {
    const edits = this.#of(sheet, row)?.edits ?? {}
    return sheet.key.some((title) => edits[title] !== undefined)
  }

  #of(sheet: AnyLedgerSheet, row: number): KeptRow | undefined {
    return this.#kept.get(`${sheet.name} ${row}`)
  }
}
