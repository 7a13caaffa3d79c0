import type { NumberFormat } from './number-format.ts'
import { dateOfSerial } from './number-format.ts'
import type { CellFlag, CellKind, SheetCell } from './workbook.ts'

export function makeCell(
  column: number,
  kind: CellKind,
  text: string,
  number: number | undefined = undefined,
  flag: CellFlag | undefined = undefined,
): SheetCell {
  return { column, kind, text, number, flag }
}

/** A stored number as the user sees it: date, padded code, fixed decimals, or plain. */
export function numberCell(column: number, raw: string, format: NumberFormat, date1904: boolean): SheetCell {
  const number = Number(raw)
  if (!Number.isFinite(number)) return makeCell(column, 'text', raw)
  if (format.date) return dateCell(column, number, date1904)
  if (Math.abs(number) >= 1e15) return makeCell(column, 'number', longText(raw, number), number, 'PRECISION_LOST')
  return makeCell(column, 'number', isPlain(raw, format) ? raw : shownText(number, format), number)
}

function dateCell(column: number, serial: number, date1904: boolean): SheetCell {
  const date = dateOfSerial(serial, date1904)
  return date ? makeCell(column, 'date', date) : makeCell(column, 'number', plainText(serial), serial, 'BAD_DATE')
}

/** Whole numbers below 10^15, written without sign and leading zero, need no second look. */
function isPlain(raw: string, format: NumberFormat): boolean {
  if (format.pad > 0 || format.decimals > 0 || raw.length > 15) return false
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at)
    if (code < 48 || code > 57) return false
  }
  return raw.charCodeAt(0) !== 48 || raw.length === 1
}

/** Follows the format only where that loses nothing: 2019.1 as '0.00' is 2019.10, but 21.456 stays. */
function shownText(number: number, format: NumberFormat): string {
  const text = plainText(number)
  const [whole = '', decimals = ''] = text.split('.')
  if (text.includes('e') || decimals.length > format.decimals) return text
  const digits = whole.replace('-', '').padStart(format.pad, '0')
  return (number < 0 ? '-' : '') + digits + (format.decimals > 0 ? `.${decimals.padEnd(format.decimals, '0')}` : '')
}

/** Spreadsheets calculate with 15 digits: 0.30000000000000004 is 0.3. */
const plainText = (number: number): string => String(Number(number.toPrecision(15)))

/** What another program wrote digit by digit may still be right; a number in powers of ten is written out. */
function longText(raw: string, number: number): string {
  if (/^-?\d+$/.test(raw) || !Number.isInteger(number)) return raw
  return BigInt(number).toString()
}
