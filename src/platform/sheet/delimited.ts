import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Problem } from '#shared/problem.ts'
import { makeCell } from './cell-value.ts'
import { cellAddress } from './address.ts'
import { withoutGuard } from './export-text.ts'
import type { SheetLimits } from './limits.ts'
import { sheetProblems } from './problems.ts'
import { ReadMeter, rowByRow, sheetNameOf, type SheetCell, type SheetRow, type Workbook } from './workbook.ts'

const ROWS_IN_A_BATCH = 1000
const LINES_TO_JUDGE = 20

/** Opens a CSV, TSV or Unicode text: one sheet, called after the file, every cell a text. */
export async function openDelimited(path: string, name: string, limits: SheetLimits): Promise<Workbook> {
  const { size } = await stat(path)
  const encoding = await findEncoding(path)
  const sheet = sheetNameOf(name)
  const meter = new ReadMeter()
  const source: DelimitedFile = { path, encoding, delimiter: await findDelimiter(path, encoding), sheet, limits, meter }
  const batches = () => readBatches(source)
  return {
    kind: 'csv',
    sheets: [{ name: sheet, hidden: false, bytes: size }],
    bytesTotal: size,
    get bytesRead() {
      return meter.total
    },
    batches,
    rows: () => rowByRow(batches()),
    merges: async () => [],
    close: async () => {},
  }
}

interface DelimitedFile {
  path: string
  encoding: string
  delimiter: string
  sheet: string
  limits: SheetLimits
  meter: ReadMeter
}

/** Excel in China saves CSV in GBK, everybody else in UTF-8; a byte order mark settles it. */
async function findEncoding(path: string): Promise<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let first = true
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
      if (first && chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
      first = false
      utf8.decode(chunk, { stream: true })
    }
    utf8.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'gb18030'
    throw error
  }
}

async function* decoded(path: string, encoding: string, onBytes?: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      onBytes?.(chunk.length)
      yield decoder.decode(chunk, { stream: true })
    }
    yield decoder.decode()
  } catch (error) {
    throw error instanceof TypeError ? sheetProblems.unknownContent() : error
  }
}

/** The mark that stands equally often in most of the first lines, quoted texts left out. */
async function findDelimiter(path: string, encoding: string): Promise<string> {
  let head = ''
  for await (const text of decoded(path, encoding)) {
    head = text
    break
  }
  const lines = head
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim())
    .slice(0, LINES_TO_JUDGE)
  const total = (mark: string) => lines.reduce((sum, line) => sum + line.split(mark).length - 1, 0)
  return [',', '\t', ';'].reduce((best, mark) => (total(mark) > total(best) ? mark : best))
}

async function* readBatches(file: DelimitedFile): AsyncGenerator<SheetRow[]> {
  let batch: SheetRow[] = []
  let number = 0
  for await (const fields of readRecords(file)) {
    number += 1
    if (number > file.limits.rows) throw sheetProblems.tooManyRows({ sheet: file.sheet, limit: file.limits.rows })
    const cells = fields.flatMap((field, index) => readField(field, index + 1, number, file))
    if (cells.length > 0) batch.push({ row: number, hidden: false, cells })
    if (batch.length < ROWS_IN_A_BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function* readRecords({
  path,
  encoding,
  delimiter,
  sheet,
  limits,
  meter,
}: DelimitedFile): AsyncGenerator<string[]> {
  meter.start(sheet)
  const parser = parse({
    delimiter,
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: limits.tokenChars,
  })
  const text = refuseLongLines(
    decoded(path, encoding, (bytes) => meter.add(sheet, bytes)),
    limits.tokenChars,
  )
  try {
    yield* pipeline(Readable.from(text), parser, () => {}) as AsyncIterable<string[]>
  } catch (error) {
    throw asProblem(error)
  }
}

/** The parser counts the characters of fields only, and a line of nothing but commas has none. */
async function* refuseLongLines(texts: AsyncIterable<string>, limit: number): AsyncGenerator<string> {
  let [line, length] = [1, 0]
  for await (const text of texts) {
    const breaks = text.split('\n').length - 1
    length = breaks > 0 ? text.length - text.lastIndexOf('\n') : length + text.length
    line += breaks
    if (length > limit && !text.includes('\r')) throw sheetProblems.brokenLine({ line })
    yield text
  }
}

function asProblem(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof CsvError)) return error
  return sheetProblems.brokenLine({ line: Number(error['lines'] ?? 1) })
}

function readField(field: string, column: number, row: number, { sheet, limits }: DelimitedFile): SheetCell[] {
  const text = plainText(field)
  if (text === '') return []
  if (column > limits.columns) throw sheetProblems.tooManyColumns({ sheet, row, limit: limits.columns })
  if (text.length <= limits.cellChars) return [makeCell(column, 'text', text)]
  throw sheetProblems.cellTooLong({ sheet, cell: cellAddress(column, row), limit: limits.cellChars })
}

/** ="00123" is how some programs keep a spreadsheet from changing a text. */
function plainText(field: string): string {
  return /^="([^"]*)"$/.exec(field)?.[1] ?? withoutGuard(field)
}
