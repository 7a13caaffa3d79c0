import { createHash } from 'node:crypto'
import type { SheetRow, Workbook } from '#platform/sheet/workbook.ts'
import { noteStale, type FactKey } from '#platform/facts.ts'
import type { AnyLedgerSheet, LedgerRow } from '#platform/ledger.ts'
import type { OpenBook } from './book.ts'
import { readCells } from './cells.ts'
import { plainTitle } from './heading.rules.ts'
import type { SheetCount } from './import.contract.ts'
import { isAside } from './line.rules.ts'
import { changedFields } from './changes.ts'
import type { Report } from './report.ts'
import { RowFindings } from './row-findings.ts'
import type { FoundSheet } from './workbook.ts'

/** A sheet on its way in. */
export interface SheetImport {
  book: OpenBook
  workbook: Workbook
  found: FoundSheet & { heading: NonNullable<FoundSheet['heading']> }
  report: Report
  onRows(rows: number): void
}

/** Rows are looked up, compared and written so many at a time: the memory that a sheet needs does not grow with it. */
const BATCH = 2000

interface Keyed {
  key: string
}

/** What is remembered of a sheet from batch to batch. */
interface Memory {
  count: SheetCount
  /** The key of each row so far, and the row: the first one stands. */
  keys: Map<string, number>
  /** Of a sheet without a key: how many rows of the same content there were so far. */
  equals: Map<string, number>
  stale: Map<string, FactKey>
}

/** Takes one sheet of the ledger, batch by batch, in the import's transaction. */
export async function takeSheet(work: SheetImport): Promise<SheetCount> {
  const memory: Memory = {
    count: work.report.sheet(work.found.sheet.name),
    keys: new Map(),
    equals: new Map(),
    stale: new Map(),
  }
  for await (const rows of batchesOf(work)) {
    await takeBatch(work, memory, rows)
    work.onRows(rows.length)
  }
  await noteStale(work.book.ctx.db, [...memory.stale.values()])
  return memory.count
}

/** The table's own rows, so many at a time. */
async function* batchesOf({ workbook, found }: SheetImport): AsyncGenerator<SheetRow[]> {
  const titleOf = new Map([...found.heading.columns].map(([title, column]) => [column, plainTitle(title)]))
  let batch: SheetRow[] = []
  for await (const rows of workbook.batches(found.name)) {
    for (const row of rows) {
      if (row.row <= found.heading.row || isBlank(row) || isAside(row.cells, titleOf, plainTitle)) continue
      batch.push(row)
      if (batch.length < BATCH) continue
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

const isBlank = ({ cells }: SheetRow) => cells.every(({ text, flag }) => flag === undefined && text.trim() === '')

async function takeBatch(work: SheetImport, memory: Memory, rows: readonly SheetRow[]): Promise<void> {
  const { book, found } = work
  const { sheet } = found
  const read = rows.map((row) => readRow(work, memory, row))
  const looked = await sheet.prepare(
    book,
    read.map(({ row }) => row),
  )
  const records: Keyed[] = []
  const places = new Map<string, RowFindings>()
  for (const { row, findings } of read) {
    const record = sheet.resolve(book, row, looked, findings) as Keyed | undefined
    if (findings.tell(work.report) || !record) {
      memory.count.refused++
      continue
    }
    if (sheet.key.length === 0) record.key = contentKey(sheet, record, memory.equals)
    records.push(record)
    places.set(record.key, findings)
  }
  memory.count.read += rows.length
  if (records.length > 0) await fileRecords(work, memory, records, places)
}

/** The cells of a row, with what is wrong with them; a key that stood in a row above is one of those things. */
function readRow(
  { book, found }: SheetImport,
  memory: Memory,
  source: SheetRow,
): { row: LedgerRow; findings: RowFindings } {
  const findings = new RowFindings(found, source)
  const row = { row: source.row, cells: readCells(book, found, source, findings) }
  const key = found.sheet.key.map((title) => row.cells[title])
  if (key.length === 0 || key.some((part) => part === null)) return { row, findings }
  const first = memory.keys.get(key.join('|'))
  if (first === undefined) memory.keys.set(key.join('|'), source.row)
  else findings.fault(found.sheet.key[0]!, 'transfer.repeatedKey', repeated(found.sheet, first))
  return { row, findings }
}

const repeated = (sheet: AnyLedgerSheet, row: number) =>
  `与第 ${row} 行重复（${sheet.key.join('、')}相同），以先出现的一行为准，请删去重复的行。`

/** A row without a key is known by its content, and among its equals by its number: the same file brings nothing new. */
function contentKey(sheet: AnyLedgerSheet, record: Keyed, equals: Map<string, number>): string {
  const content = Object.keys(sheet.compare).map((field) => (record as unknown as Record<string, unknown>)[field])
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)
  const nth = (equals.get(hash) ?? 0) + 1
  equals.set(hash, nth)
  return `${hash}-${nth}`
}

/** Compares the records with what is on file and writes those that are new or changed. */
async function fileRecords(
  work: SheetImport,
  { count, stale }: Memory,
  records: readonly Keyed[],
  places: ReadonlyMap<string, RowFindings>,
): Promise<void> {
  const { book, found, report } = work
  const { sheet } = found
  const existing: Map<string, Keyed> = await sheet.existing(book, records)
  const news: Keyed[] = []
  for (const record of records) {
    const old = existing.get(record.key)
    const fields = old && changedFields(book, sheet, old, record)
    if (fields?.length === 0) {
      count.unchanged++
      continue
    }
    news.push(record)
    for (const one of old ? [old, record] : [record]) noteFacts(sheet, one, stale)
    if (!fields) count.added++
    else {
      count.updated++
      report.change(places.get(record.key)!.change(sheet.subject(record), fields))
    }
  }
  const rows = new Map([...places].map(([key, place]) => [key, place.row]))
  if (news.length > 0) await sheet.save(book, news, rows)
}

function noteFacts(sheet: AnyLedgerSheet, record: Keyed, stale: Map<string, FactKey>): void {
  for (const { districtId, schoolId, schoolYear } of sheet.countsFor(record))
    stale.set(`${districtId}|${schoolId}|${schoolYear}`, { districtId, schoolId, schoolYear, source: sheet.source })
}
