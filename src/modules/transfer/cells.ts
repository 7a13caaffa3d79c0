import type { Cells, LedgerColumn } from '#platform/ledger.ts'
import { cleanCode, cleanList, cleanName, cleanText, comparisonKey, halfWidth } from '#platform/sheet/clean.ts'
import { parseDay, parseMonth } from '#platform/sheet/clean-day.ts'
import { parseDecimal, parseInteger, parseSchoolYear, parseYesNo, type Parsed } from '#platform/sheet/clean-value.ts'
import type { SheetCell, SheetRow } from '#platform/sheet/workbook.ts'
import type { OpenBook } from './book.ts'
import { lostIdNumber } from './privacy.rules.ts'
import { nearby } from '#shared/nearest.ts'
import type { RowFindings } from './row-findings.ts'
import type { FoundSheet } from './workbook.ts'

type Value = NonNullable<Cells[string]>
/** What is wrong with a cell: a code and a sentence. */
type Fault = readonly [code: string, message: string]
type Read = { value: Value | null; fault?: never } | { value?: never; fault: Fault }

/** As much of a cell as a message quotes. */
const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** Names and codes stand in indexes; nobody writes longer ones by hand. */
const LONGEST = { text: 500, name: 100, code: 64 }
const LARGEST = 2_147_483_647

/** Reads the cells of one row by the ledger's titles, each as its kind asks; what is wrong goes to the findings. */
export type CellReader = (row: SheetRow, findings: RowFindings) => Cells

/** What each column's writings were read as: a ledger says the same few things over and over. */
const REMEMBERED = 5000

/** A reader for one sheet, for as long as the book's register stays as it is. */
export function cellReader(
  book: OpenBook,
  { sheet, heading }: { sheet: FoundSheet['sheet']; heading: { columns: ReadonlyMap<string, number> } },
): CellReader {
  const columns = sheet.columns.map((column) => ({
    column,
    at: heading.columns.get(column.title) ?? 0,
    known: new Map<string, Read>(),
  }))
  return ({ cells }, findings) => {
    const read: Cells = {}
    for (const { column, at, known } of columns) {
      const cell = at > 0 ? cells.find((one) => one.column === at) : undefined
      const { value, fault } = remembered(known, cell, () => readCell(book, column, cell))
      if (fault) findings.fault(column.title, ...fault)
      read[column.title] = value ?? null
    }
    return read
  }
}

function remembered(known: Map<string, Read>, cell: SheetCell | undefined, read: () => Read): Read {
  if (cell?.flag || cell?.kind === 'number') return read()
  const writing = cell?.text ?? ''
  const before = known.get(writing)
  if (before) return before
  const now = read()
  if (known.size < REMEMBERED) known.set(writing, now)
  return now
}

function readCell(book: OpenBook, column: LedgerColumn, cell: SheetCell | undefined): Read {
  const unreadable = cell?.flag && flagged[cell.flag](cell.text)
  if (unreadable) return { fault: ['transfer.unreadable', `${column.title}${unreadable}`] }
  const text = cleanText(storable(cell?.text ?? ''))
  if (lostIdNumber(text))
    return { fault: ['transfer.idNumber', `${column.title}里的身份证号码不作保留，请填写${column.title}。`] }
  if (cell && text !== '') return readers[column.kind](column, text, cell, book)
  return column.required ? { fault: ['transfer.required', `缺少${column.title}，请补上。`] } : { value: null }
}

/** Control characters and halves of characters, which no database takes. */
export const storable = (text: string) => text.replace(/[\p{Surrogate}\0-\x08\x0b\x0c\x0e-\x1f]/gu, '')

const flagged: Record<NonNullable<SheetCell['flag']>, (text: string) => string> = {
  FORMULA_NO_CACHE: () => '是公式而没有存下结果，请在 WPS 或 Excel 中打开、保存一次，或改填数值。',
  ERROR_VALUE: (text) => `是错误值“${text}”，请改填正确的内容。`,
  PRECISION_LOST: () => '超过 15 位，末几位已被表格软件改掉，请设为文本格式后重填。',
  WPS_CELL_IMAGE: () => '是一张图片，请改填文字。',
  BAD_DATE: (text) => `“${text}”不是日历上的日期，请核对。`,
}

type Reader = (column: LedgerColumn, text: string, cell: SheetCell, book: OpenBook) => Read

const readers: Record<LedgerColumn['kind'], Reader> = {
  text: (column, text) => (column.oneOf ? listed(column, text) : limited(column, text, LONGEST.text)),
  name: (column, text) => limited(column, cleanName(text), LONGEST.name),
  label: (column, text) => limited(column, cleanName(halfWidth(text)), LONGEST.text),
  code: (column, text) => limited(column, cleanCode(text), LONGEST.code),
  integer: (column, text) => numeric(column, text, parseInteger(text)),
  decimal: (column, text) => numeric(column, text, parseDecimal(text)),
  day: (column, text) => parsed('transfer.badDay', column, text, parseDay(text)),
  month: (column, text, cell) => {
    const month = parsed('transfer.badMonth', column, text, parseMonth(text, cell.kind === 'number'))
    return month.fault ? month : { value: `${String(month.value)}-01` }
  },
  year: (column, text) => parsed('transfer.badYear', column, text, parseSchoolYear(text)),
  'yes-no': (column, text) => parsed('transfer.badYesNo', column, text, parseYesNo(text)),
  list: (column, text) => several(cleanList(text), (item) => listed(column, item)),
  school: (column, text, _, book) => school(column, text, book),
  schools: (column, text, _, book) => several(cleanList(text), (item) => school(column, item, book)),
}

const limited = ({ title }: LedgerColumn, text: string, most: number): Read =>
  text.length <= most
    ? { value: text === '' ? null : text }
    : { fault: ['transfer.tooLong', `${title}有 ${text.length} 个字，最多 ${most} 个，请删减。`] }

const parsed = (code: string, { title }: LedgerColumn, text: string, { value, reason }: Parsed<Value>): Read =>
  reason === undefined ? { value } : { fault: [code, `${title}“${shown(text)}”：${reason}。`] }

function numeric(column: LedgerColumn, text: string, number: Parsed<number>): Read {
  const { title } = column
  if (number.value !== undefined && number.value < 0)
    return { fault: ['transfer.negative', `${title}“${shown(text)}”是负数，请核对。`] }
  if (number.value !== undefined && number.value > LARGEST)
    return { fault: ['transfer.badNumber', `${title}“${shown(text)}”：数字过大。`] }
  return parsed('transfer.badNumber', column, text, number)
}

/** The item of a closed list that is meant, whatever widths and blanks. */
function listed({ title, oneOf = [], required }: LedgerColumn, text: string): Read {
  const item = oneOf.find((one) => comparisonKey(one) === comparisonKey(text))
  if (item !== undefined) return { value: item }
  const meant = nearby(shown(text), oneOf)
  const hint = meant === undefined ? '' : `，最接近的是“${meant}”`
  const choices = oneOf.join('、') + (required ? '' : '，或者留空')
  return {
    fault: ['transfer.notInList', `${title}“${shown(text)}”不在可选范围内${hint}；可填${choices}。`],
  }
}

function school({ title }: LedgerColumn, text: string, book: OpenBook): Read {
  const found = book.findSchool(text)
  if (found === 'several')
    return { fault: ['transfer.severalSchools', `有几所学校都叫“${shown(text)}”，请在${title}写学校全称。`] }
  if (found) return { value: found.id }
  const refusedAt = book.refusedSchool(text)
  if (refusedAt)
    return {
      fault: [
        'transfer.refusedSchool',
        `${title}“${shown(text)}”在${refusedAt}，那一行被退回了；改好那一行，这里就认得了。`,
      ],
    }
  const meant = book.nearestSchool(shown(text))
  const hint = meant ? `，最接近的是“${meant}”` : '，请先在“学校”表中登记'
  return { fault: ['transfer.unknownSchool', `${title}“${shown(text)}”不在名册中${hint}。`] }
}

/** Each item of a list; the first that is wrong is told. */
function several(items: readonly string[], read: (item: string) => Read): Read {
  const results = items.map(read)
  const wrong = results.find(({ fault }) => fault)
  return wrong ?? { value: results.map(({ value }) => value) as string[] | number[] }
}
