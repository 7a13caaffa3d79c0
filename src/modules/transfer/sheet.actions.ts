import { createHash } from 'node:crypto'
import type { SheetRow, Workbook } from '#platform/sheet/workbook.ts'
import { noteStale } from '#platform/facts.ts'
import type { AnyLedgerSheet, LedgerRow } from '#platform/ledger.ts'
import type { OpenBook } from './book.ts'
import { absentColumns, absentWords } from './absent.ts'
import { cellReader } from './cells.ts'
import { plainTitle } from './heading.rules.ts'
import { analyze } from './import.sql.ts'
import { isAside } from './line.rules.ts'
import { fileRecords, refuse, type Keyed, type Memory, type ReadRow } from './filing.actions.ts'
import { corrected, type Overlay } from './overlay.ts'
import type { SheetCount } from './import.contract.ts'
import type { Refusals } from './refusals.ts'
import { aboutSheet, type Report } from './report.ts'
import { resolveRows } from './resolve.actions.ts'
import { RowFindings } from './row-findings.ts'
import type { Supplement } from './supplement.ts'
import type { Trace } from './trace.ts'
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
  /** What is about to be changed is kept here. */
  trace: Trace
  /** Only rows of an import that were refused before, put right now. */
  supplement?: Supplement
  onRows(rows: number): void
}

/** Rows are looked up, compared and written so many at a time: the memory that a sheet needs does not grow with it. */
const BATCH = 1000

/** Takes one sheet of the ledger, batch by batch, in the import's transaction. */
export async function takeSheet(work: SheetImport): Promise<SheetCount> {
  const memory: Memory = {
    count: work.report.sheet(work.found.sheet.name),
    dropped: 0,
    keys: new Map(),
    equals: new Map(),
    stale: new Map(),
  }
  const { facts, large } = work.found.sheet
  work.refusals.sheet(work.found)
  for await (const rows of ahead(batchesOf(work, memory))) {
    memory.count.read += rows.length
    await takeBatch(work, memory, rows)
    if (large && memory.count.read === BATCH) await analyze(work.book.ctx.db, facts.name)
    work.onRows(rows.length)
  }
  await noteStale(work.book.ctx.db, [...memory.stale.values()])
  memory.count.read += memory.dropped
  memory.count.refused += memory.dropped
  if (memory.count.read > 0 && !work.supplement) remarkOnAbsent(work)
  return memory.count
}

/** A column may be left out on purpose or by a slip: only the person knows. */
function remarkOnAbsent({ found: { sheet, shownName, heading }, report }: SheetImport): void {
  const absent = absentColumns(sheet, heading.columns)
  if (absent.length === 0) return
  const cell = `${shownName}!A${heading.row}`
  report.warn(aboutSheet(sheet.name, 'transfer.columnAbsent', absentWords(sheet, absent), cell))
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
  const resolved = await resolveRows(work, rows)
  await work.supplement?.tellOverwriting(book, sheet, resolved)
  const records: Keyed[] = []
  const places = new Map<string, ReadRow>()
  for (const { row, findings, record } of resolved) {
    if (findings.tell(work.report) || !record) {
      refuse(work, memory, row, findings)
      continue
    }
    if (sheet.key.length === 0)
      record.key = work.supplement ? await freeKey(work, memory, record) : contentKey(sheet, record, memory.equals)
    records.push(record)
    places.set(record.key, { row, findings })
  }
  if (records.length > 0) await fileRecords(work, memory, records, places)
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
