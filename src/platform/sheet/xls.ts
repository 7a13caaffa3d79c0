import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Problem } from '#shared/problem.ts'
import type { CellRange } from './address.ts'
import { makeCell, numberCell } from './cell-value.ts'
import type { SheetLimits } from './limits.ts'
import { formatOfCode, generalFormat } from './number-format.ts'
import { sheetProblems } from './problems.ts'
import { ReadMeter, rowByRow, sheetNameOf, type SheetCell, type SheetRow, type Workbook } from './workbook.ts'

export interface StoredCell {
  column: number
  value: string | number | boolean
  error: boolean
  format: string | undefined
}

export interface StoredRow {
  row: number
  hidden: boolean
  cells: StoredCell[]
}

/** Asks the worker for the rows of a sheet from an index on. */
export interface Request {
  sheet: number
  from: number
}

interface Contents {
  sheets: { name: string; hidden: boolean; rows: number; merges: CellRange[] }[]
  date1904: boolean
}

interface Rows {
  rows: StoredRow[]
  /** Where to go on; undefined at the end. */
  next: number | undefined
}

export type Reply = Contents | Rows | { failed: string }

/** Opens an .xls, .et, Excel 2003 XML, or a web page called .xls, in a process of its own with a limited heap. */
export async function openOldFormat(
  path: string,
  name: string,
  content: 'xls' | 'html',
  limits: SheetLimits,
): Promise<Workbook> {
  const { size } = await stat(path)
  if (size > (content === 'html' ? limits.pageBytes : limits.oldFormatBytes)) throw sheetProblems.oldFormatTooLarge()
  const reader = new OldFormatReader(path, content, limits)
  try {
    const contents = nameSheets((await reader.reply()) as Contents, content, name)
    refuseSheets(contents, limits)
    return new OldWorkbook(reader, contents, content)
  } catch (error) {
    await reader.close()
    throw error
  }
}

/** A table in a web page has no name of its own; then the file's name is the sheet's, as with CSV. */
function nameSheets(contents: Contents, content: 'xls' | 'html', name: string): Contents {
  const [sheet, ...others] = contents.sheets
  if (content !== 'html' || !sheet || others.length > 0 || sheet.name !== 'Sheet1') return contents
  return { ...contents, sheets: [{ ...sheet, name: sheetNameOf(name) }] }
}

function refuseSheets({ sheets }: Contents, limits: SheetLimits): void {
  if (sheets.length === 0) throw sheetProblems.noSheets()
  const long = sheets.find(({ rows }) => rows > limits.rows)
  if (long) throw sheetProblems.tooManyRows({ sheet: long.name, limit: limits.rows })
}

class OldWorkbook implements Workbook {
  readonly kind
  readonly sheets
  readonly bytesTotal: number
  readonly #reader: OldFormatReader
  readonly #contents: Contents
  readonly #meter = new ReadMeter()

  constructor(reader: OldFormatReader, contents: Contents, kind: 'xls' | 'html') {
    this.kind = kind
    // The file is read whole when it is opened; what is left to do is counted in rows.
    this.sheets = contents.sheets.map(({ name, hidden, rows }) => ({ name, hidden, bytes: rows }))
    this.bytesTotal = contents.sheets.reduce((sum, { rows }) => sum + rows, 0)
    this.#reader = reader
    this.#contents = contents
  }

  get bytesRead(): number {
    return this.#meter.total
  }

  async *batches(sheetName: string): AsyncGenerator<SheetRow[]> {
    const sheet = this.#index(sheetName)
    this.#meter.start(sheetName)
    for (let from: number | undefined = 0; from !== undefined;) {
      const { rows, next }: Rows = await this.#reader.ask({ sheet, from })
      this.#meter.add(sheetName, (next ?? this.#contents.sheets[sheet]!.rows) - from)
      from = next
      if (rows.length > 0) yield rows.map((row) => this.#row(row))
    }
  }

  rows(sheetName: string): AsyncIterable<SheetRow> {
    return rowByRow(this.batches(sheetName))
  }

  async merges(sheetName: string): Promise<CellRange[]> {
    return this.#contents.sheets[this.#index(sheetName)]!.merges
  }

  close(): Promise<void> {
    return this.#reader.close()
  }

  #row({ row, hidden, cells }: StoredRow): SheetRow {
    return { row, hidden, cells: cells.map((cell) => readStored(cell, this.#contents.date1904)) }
  }

  #index(name: string): number {
    const index = this.#contents.sheets.findIndex((sheet) => sheet.name === name)
    if (index < 0) throw new Error(`no sheet is called ${name}`)
    return index
  }
}

function readStored({ column, value, error, format }: StoredCell, date1904: boolean): SheetCell {
  if (error) return makeCell(column, 'error', String(value), undefined, 'ERROR_VALUE')
  if (typeof value === 'boolean') return makeCell(column, 'boolean', value ? 'TRUE' : 'FALSE')
  if (typeof value === 'string') return makeCell(column, 'text', value)
  return numberCell(column, String(value), format === undefined ? generalFormat : formatOfCode(format), date1904)
}

/**
 * The worker, one question at a time; what goes wrong in it comes out as a Problem. It is a process and not a thread:
 * a thread that runs out of memory at the wrong moment takes the whole server with it.
 */
class OldFormatReader {
  readonly #worker: ChildProcess
  readonly #seconds: number

  constructor(path: string, content: 'xls' | 'html', limits: SheetLimits) {
    this.#seconds = limits.oldFormatSeconds
    this.#worker = fork(fileURLToPath(new URL('./xls-worker.mjs', import.meta.url)), [path, content], {
      execArgv: [`--max-old-space-size=${limits.oldFormatHeapMb}`, '--max-semi-space-size=8'],
      env: { ...process.env, NODE_OPTIONS: '' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
  }

  async ask(request: Request): Promise<Rows> {
    const reply = this.reply()
    this.#worker.send(request)
    return (await reply) as Rows
  }

  /** The worker's next message; its end, or silence, is a Problem. */
  async reply(): Promise<Contents | Rows> {
    const waiting = new AbortController()
    const timer = setTimeout(() => waiting.abort(), this.#seconds * 1000)
    try {
      const reply = await this.#nextMessage(waiting.signal)
      if ('failed' in reply) throw problemOf(reply.failed)
      return reply
    } finally {
      clearTimeout(timer)
      waiting.abort()
    }
  }

  /** It ends by itself only when its memory is full; either way the file holds too much. */
  async #nextMessage(signal: AbortSignal): Promise<Reply> {
    const message = once(this.#worker, 'message', { signal })
    const ended = once(this.#worker, 'exit', { signal }).then(() => Promise.reject(sheetProblems.oldFormatTooLarge()))
    const [reply] = await Promise.race([message, ended]).catch((error: Error) => {
      throw error.name === 'AbortError' ? sheetProblems.oldFormatTooLarge() : error
    })
    return reply as Reply
  }

  async close(): Promise<void> {
    if (this.#worker.exitCode === null && this.#worker.signalCode === null) {
      const ended = once(this.#worker, 'exit')
      this.#worker.kill('SIGKILL')
      await ended
    }
  }
}

/** The library says in English why it cannot read; a password is the one reason worth telling apart. */
function problemOf(message: string): Problem {
  return /password|encrypt/i.test(message) ? sheetProblems.passwordProtected() : sheetProblems.damaged()
}
