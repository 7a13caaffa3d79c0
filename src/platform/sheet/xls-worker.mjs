// @ts-check
// Old formats are read by a library that holds the whole file in memory: it does so here, in a process of its own,
// where it can be stopped and its heap is limited. Rows are handed over when they are asked for.
import { readFileSync } from 'node:fs'
import { read, set_cptable } from '@e965/xlsx'
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs'

/** @typedef {import('@e965/xlsx').WorkBook} WorkBook */
/** @typedef {import('@e965/xlsx').CellObject} CellObject */
/** @typedef {import('./xls.ts').StoredCell} StoredCell */
/** @typedef {import('./xls.ts').StoredRow} StoredRow */
/** @typedef {import('./xls.ts').Request} Request */
/** @typedef {import('./xls.ts').Reply} Reply */

const ROWS_IN_A_BATCH = 1000
const [, , path = '', content = ''] = process.argv

set_cptable(codepages)
start()

function start() {
  try {
    const book = content === 'html' ? readPage(readFileSync(path)) : readOld(readFileSync(path))
    process.on('message', (/** @type {Request} */ request) => send(rowsFrom(book, request)))
    send(contents(book))
  } catch (error) {
    send({ failed: error instanceof Error ? error.message : String(error) })
  }
}

/** @param {Reply} reply */
function send(reply) {
  process.send?.(reply)
}

/** @param {Buffer} bytes */
function readOld(bytes) {
  return read(bytes, { type: 'buffer', dense: true, cellNF: true, cellText: false, cellHTML: false })
}

/** raw: what looks like a number in a web page may be a code with leading zeros. @param {Buffer} bytes */
function readPage(bytes) {
  const page = decodePage(bytes)
  const book = read(page, { type: 'string', dense: true, raw: true })
  const name = /<x:Name>([^<]{1,31})<\/x:Name>/.exec(page)?.[1]
  return name && book.SheetNames.length === 1 ? { ...book, SheetNames: [name], Sheets: { [name]: only(book) } } : book
}

/** @param {WorkBook} book */
function only(book) {
  return /** @type {import('@e965/xlsx').WorkSheet} */ (Object.values(book.Sheets)[0])
}

/** @param {Buffer} bytes */
function decodePage(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  const named = /charset=["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, 4096))?.[1]
  try {
    return new TextDecoder(named ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** @param {WorkBook} book @returns {Reply} */
function contents(book) {
  const sheets = book.SheetNames.map((name, index) => ({
    name,
    hidden: Boolean(book.Workbook?.Sheets?.[index]?.Hidden),
    rows: rowsOf(book, index).length,
    merges: (book.Sheets[name]?.['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r + 1,
      left: s.c + 1,
      bottom: e.r + 1,
      right: e.c + 1,
    })),
  }))
  return { sheets, date1904: Boolean(book.Workbook?.WBProps?.date1904) }
}

/** @param {WorkBook} book @param {number} index @returns {(CellObject | undefined)[][]} */
function rowsOf(book, index) {
  return book.Sheets[book.SheetNames[index] ?? '']?.['!data'] ?? []
}

/** @param {WorkBook} book @param {Request} request @returns {Reply} */
function rowsFrom(book, { sheet, from }) {
  const all = rowsOf(book, sheet)
  const layout = book.Sheets[book.SheetNames[sheet] ?? '']?.['!rows']
  /** @type {StoredRow[]} */
  const rows = []
  let at = from
  for (; at < all.length && rows.length < ROWS_IN_A_BATCH; at++) {
    const cells = (all[at] ?? []).flatMap((cell, index) => stored(cell, index + 1))
    if (cells.length > 0) rows.push({ row: at + 1, hidden: Boolean(layout?.[at]?.hidden), cells })
  }
  return { rows, next: at < all.length ? at : undefined }
}

/** @param {CellObject | undefined} cell @param {number} column @returns {StoredCell[]} */
function stored(cell, column) {
  if (!cell || cell.t === 'z' || cell.v === undefined || cell.v === '') return []
  const value = cell.t === 'e' ? (cell.w ?? '#N/A') : cell.v instanceof Date ? cell.v.toISOString() : cell.v
  return [{ column, value, error: cell.t === 'e', format: typeof cell.z === 'string' ? cell.z : undefined }]
}
