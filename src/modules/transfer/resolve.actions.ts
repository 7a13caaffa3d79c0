import type { Findings, LedgerRow } from '#platform/ledger.ts'
import { absentColumns, withKept } from './absent.ts'
import type { Keyed, ReadRow } from './filing.actions.ts'
import { tellForeign } from './own-rows.ts'
import type { SheetImport } from './sheet.actions.ts'

export interface Resolved extends ReadRow {
  record: Keyed | undefined
}

/** Rows → records, each with what is wrong with it. */
export async function resolveRows(work: SheetImport, rows: readonly ReadRow[]): Promise<Resolved[]> {
  const { book, found } = work
  const { sheet } = found
  const looked: unknown = await sheet.prepare(
    book,
    rows.map(({ row }) => row),
  )
  const whole = await withoutGaps(work, rows, looked)
  const resolved = whole.map(({ row, findings }) => ({
    row,
    findings,
    record: sheet.resolve(book, row, looked, findings) as Keyed | undefined,
  }))
  for (const { findings, record } of resolved) if (record) tellForeign(book, sheet, record, findings)
  return resolved
}

/**
 * What a file says nothing of stays as it is: rows that are on file get the columns that the file does not have from there.
 * Which row is on file only its record tells, so that it is made once to look, and again with all its cells.
 */
async function withoutGaps(
  { book, found }: SheetImport,
  rows: readonly ReadRow[],
  looked: unknown,
): Promise<ReadRow[]> {
  const { sheet, heading } = found
  const absent = absentColumns(sheet, heading.columns)
  if (absent.length === 0 || sheet.key.length === 0) return [...rows]
  const records = new Map<LedgerRow, Keyed>()
  for (const { row, findings } of rows) {
    const probe = new Probe(findings.isFine)
    const record = sheet.resolve(book, row, looked, probe) as Keyed | undefined
    if (record) tellForeign(book, sheet, record, probe)
    if (record && probe.isFine) records.set(row, record)
  }
  const onFile: Map<string, object> = records.size > 0 ? await sheet.existing(book, [...records.values()]) : new Map()
  return rows.map(({ row, findings }) => {
    const old = onFile.get(records.get(row)?.key ?? '')
    return old ? { row: { ...row, cells: withKept(row.cells, absent, old) }, findings } : { row, findings }
  })
}

/** Hears whether anything is wrong with a row, and tells nobody. */
class Probe implements Findings {
  isFine: boolean

  constructor(isFine: boolean) {
    this.isFine = isFine
  }

  fault(): void {
    this.isFine = false
  }

  warn(): void {}
}
