import { createHash } from 'node:crypto'
import type { SheetRow, Workbook } from '#platform/sheet/workbook.ts'
import { noteStale, type FactKey } from '#platform/facts.ts'
import type { AnyLedgerSheet, LedgerRow } from '#platform/ledger.ts'
import type { OpenBook } from './book.ts'
import { cellReader } from './cells.ts'
import { plainTitle } from './heading.rules.ts'
import type { SheetCount } from './import.contract.ts'
import { analyze } from './import.sql.ts'
import { isAside } from './line.rules.ts'
import { changedFields } from './changes.ts'
import { corrected, type Overlay } from './overlay.ts'
import type { Refusals } from './refusals.ts'
import type { Report } from './report.ts'
import { RowFindings } from './row-findings.ts'
import type { Supplement } from './supplement.ts'
import type { FoundSheet } from './workbook.ts'

/** A sheet on its way in. */
export interface SheetImport {
  book: OpenBook
  workbook: Pick<Workbook, 'batches'>
  found: FoundSheet & { heading: NonNullable<FoundSheet['heading']> }
  report: Report
  /** What a person has put in the place of what the file says. */
  overlay: Overlay
  /** The rows that are refused go here. */
  refusals: Refusals
  /** Only rows of an import that were refused before, put right now. */
  supplement?: Supplement
  onRows(rows: number): void
}

/** Rows are looked up, compared and written so many at a time: the memory that a sheet needs does not grow with it. */
const BATCH = 2000

interface Keyed {
  key: string
}

interface ReadRow {
  row: LedgerRow
  findings: RowFindings
}

/** What is remembered of a sheet from batch to batch. */
interface Memory {
  count: SheetCount
  /** Rows that the person does not want: read, and left out. */
  dropped: number
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
    dropped: 0,
    keys: new Map(),
    equals: new Map(),
    stale: new Map(),
  }
  const { table } = work.found.sheet
  work.refusals.sheet(work.found)
  for await (const rows of ahead(batchesOf(work, memory))) {
    memory.count.read += rows.length
    await takeBatch(work, memory, rows)
    if (table && memory.count.read === BATCH) await analyze(work.book.ctx.db, table)
    work.onRows(rows.length)
  }
  await noteStale(work.book.ctx.db, [...memory.stale.values()])
  memory.count.read += memory.dropped
  memory.count.refused += memory.dropped
  return memory.count
}

/** The next batch is read from the file while the database works on this one. */
async function* ahead<T>(batches: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = batches.next()
  for (;;) {
    const { done, value } = await next
    if (done) return
    next = batches.next()
    // Whoever waits for it later learns of its failure; until then it is nobody's.
    next.catch(() => {})
    yield value
  }
}

/** The table's own rows with their cells read, so many at a time. */
async function* batchesOf(work: SheetImport, memory: Memory): AsyncGenerator<ReadRow[]> {
  const { workbook, found } = work
  const readRow = rowReader(work, memory)
  let batch: ReadRow[] = []
  for await (const rows of workbook.batches(found.name)) {
    for (const written of rows) {
      const read = readRow(written)
      if (!read) continue
      batch.push(read)
      if (batch.length < BATCH) continue
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

/** Reads one row of a sheet with what was corrected in it; undefined for a line that is none of the table's rows. */
function rowReader({ book, found, overlay, supplement }: SheetImport, memory: Memory) {
  const titleOf = new Map([...found.heading.columns].map(([title, column]) => [column, plainTitle(title)]))
  const readCells = cellReader(book, found)
  const isRow = (written: SheetRow) =>
    supplement !== undefined ||
    !(written.row <= found.heading.row || isBlank(written) || isAside(written.cells, titleOf, plainTitle))
  return (written: SheetRow): ReadRow | undefined => {
    if (!isRow(written)) return undefined
    const correction = overlay.of(found.sheet.name, written.row)
    if (correction?.dropped) {
      memory.dropped++
      return undefined
    }
    const source = correction ? corrected(written, correction.edits, found.heading.columns) : written
    const findings = new RowFindings(found, source, written)
    const row = { row: source.row, cells: readCells(source, findings) }
    checkKey(found.sheet, memory, row, findings)
    supplement?.tellStanding(found.sheet, row, findings)
    return { row, findings }
  }
}

const isBlank = ({ cells }: SheetRow) => cells.every(({ text, flag }) => flag === undefined && text.trim() === '')

/** A key that stood in a row above is a fault: the first row stands. */
function checkKey(sheet: AnyLedgerSheet, { keys }: Memory, { row, cells }: LedgerRow, findings: RowFindings): void {
  if (sheet.key.length === 0 || sheet.key.some((title) => cells[title] === null)) return
  const key = sheet.key.map((title) => cells[title]).join('|')
  const first = keys.get(key)
  if (first === undefined) keys.set(key, row)
  else findings.fault(sheet.key[0]!, 'transfer.repeatedKey', repeated(sheet, first))
}

const repeated = (sheet: AnyLedgerSheet, row: number) =>
  `与第 ${row} 行重复（${sheet.key.join('、')}相同），以先出现的一行为准，请删去重复的行。`

async function takeBatch(work: SheetImport, memory: Memory, rows: readonly ReadRow[]): Promise<void> {
  const { book, found } = work
  const { sheet } = found
  const looked: unknown = await sheet.prepare(
    book,
    rows.map(({ row }) => row),
  )
  const resolved = rows.map(({ row, findings }) => ({
    row,
    findings,
    record: sheet.resolve(book, row, looked, findings) as Keyed | undefined,
  }))
  await work.supplement?.tellOverwriting(book, sheet, resolved)
  const records: Keyed[] = []
  const places = new Map<string, RowFindings>()
  for (const { row, findings, record } of resolved) {
    if (findings.tell(work.report) || !record) {
      refuse(work, memory, row, findings)
      continue
    }
    if (sheet.key.length === 0)
      record.key = work.supplement ? await freeKey(work, memory, record) : contentKey(sheet, record, memory.equals)
    records.push(record)
    places.set(record.key, findings)
  }
  if (records.length > 0) await fileRecords(work, memory, records, places)
}

function refuse(
  { book, found, refusals }: SheetImport,
  { count }: Memory,
  row: LedgerRow,
  findings: RowFindings,
): void {
  count.refused++
  refusals.add(found, findings)
  if (found.sheet.source !== 'organizations.schools') return
  const names = [row.cells['学校名称'], row.cells['学校简称']].filter((name) => typeof name === 'string')
  book.noteRefusedSchool(names, `“${found.shownName}”表第 ${row.row} 行`)
}

/** A row that was refused was never in: where its equals are on file, it comes in beside them. */
async function freeKey({ book, found: { sheet } }: SheetImport, { equals }: Memory, record: Keyed): Promise<string> {
  for (;;) {
    const key = contentKey(sheet, record, equals)
    if ((await sheet.existing(book, [{ ...record, key }])).size === 0) return key
  }
}

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
