import type { FactKey } from '#platform/facts.ts'
import type { AnyLedgerSheet, LedgerRow } from '#platform/ledger.ts'
import { changedFields } from './changes.ts'
import type { SheetCount } from './import.contract.ts'
import { isOverForeign } from './own-rows.ts'
import type { RowFindings } from './row-findings.ts'
import type { SheetImport } from './sheet.actions.ts'

export interface Keyed {
  key: string
}

export interface ReadRow {
  row: LedgerRow
  findings: RowFindings
}

/** What is remembered of a sheet from batch to batch. */
export interface Memory {
  count: SheetCount
  /** Rows that the person does not want: read, and left out. */
  dropped: number
  /** The key of each row so far, and the row: the first one stands. */
  keys: Map<string, number>
  /** Of a sheet without a key: how many rows of the same content there were so far. */
  equals: Map<string, number>
  stale: Map<string, FactKey>
}

export function refuse(
  { book, found, refusals }: SheetImport,
  { count }: Memory,
  row: LedgerRow,
  findings: RowFindings,
): void {
  count.refused++
  refusals.add(found, findings)
  if (found.sheet.source !== 'organizations.schools' || book.ownSchool !== undefined) return
  const names = [row.cells['学校名称'], row.cells['学校简称']].filter((name) => typeof name === 'string')
  book.noteRefusedSchool(names, `“${found.shownName}”表第 ${row.row} 行`)
}

/** Compares the records with what is on file and writes those that are new or changed. */
export async function fileRecords(
  work: SheetImport,
  memory: Memory,
  records: readonly Keyed[],
  places: ReadonlyMap<string, ReadRow>,
): Promise<void> {
  const { book, found, trace } = work
  const { sheet } = found
  const existing: Map<string, Keyed> = await sheet.existing(book, records)
  const news: Keyed[] = []
  const changed: Keyed[] = []
  const confirmed: Keyed[] = []
  for (const record of records) {
    const old = existing.get(record.key)
    const becomes = whatBecomes(work, memory, { record, old, place: places.get(record.key)! })
    if (becomes === 'unchanged') confirmed.push(record)
    if (becomes !== 'news') continue
    news.push(record)
    if (old) changed.push(record)
  }
  await trace.confirm(sheet, confirmed)
  if (news.length === 0) return
  await trace.beforeSave(sheet, news, changed)
  await sheet.save(book, news, new Map([...places].map(([key, { findings }]) => [key, findings.row])))
}

/** Counts what becomes of a record, and tells what it changes; only news are written. */
function whatBecomes(
  work: SheetImport,
  memory: Memory,
  { record, old, place: { row, findings } }: { record: Keyed; old: Keyed | undefined; place: ReadRow },
): 'news' | 'unchanged' | 'refused' {
  const { book, found, report } = work
  const { sheet } = found
  const { count, stale } = memory
  if (!old) {
    count.added++
    noteFacts(sheet, record, stale)
    return 'news'
  }
  if (isOverForeign(book, sheet, old, findings)) {
    findings.tell(report)
    refuse(work, memory, row, findings)
    return 'refused'
  }
  const fields = changedFields(book, sheet, old, record)
  if (fields.length === 0) {
    count.unchanged++
    return 'unchanged'
  }
  for (const one of [old, record]) noteFacts(sheet, one, stale)
  count.updated++
  report.change(findings.change(sheet.subject(record), fields))
  return 'news'
}

function noteFacts(sheet: AnyLedgerSheet, record: Keyed, stale: Map<string, FactKey>): void {
  for (const { districtId, schoolId, schoolYear } of sheet.countsFor(record))
    stale.set(`${districtId}|${schoolId}|${schoolYear}`, { districtId, schoolId, schoolYear, source: sheet.source })
}
