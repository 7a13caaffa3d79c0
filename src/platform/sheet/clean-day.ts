import { halfWidth } from './clean.ts'
import type { Parsed } from './clean-value.ts'
import { dateOfSerial } from './number-format.ts'

const DAY_EXAMPLE = '应填日期，例如2019-09-01'
const MONTH_EXAMPLE = '应填年月，例如2019-09'
/** Days that a spreadsheet shows as a bare number when the cell lost its format: 1950 to 2099. */
const SERIALS = { first: 18_264, last: 73_050 }

interface DateParts {
  year: number
  month: number | undefined
  day: number | undefined
}

/** 2019-09-01, 2019/9/1, 2019.9.1, 2019年9月1日, 20190901, 二〇一九年九月一日, with or without a time → 'YYYY-MM-DD'. */
export function parseDay(text: string): Parsed<string> {
  const parts = readParts(text)
  if (!parts) return { reason: hasShortYear(text) ? '年份应写四位，例如2019-09-01' : DAY_EXAMPLE }
  const reason = whyImpossible(parts)
  if (reason) return { reason }
  if (parts.month === undefined || parts.day === undefined)
    return { reason: `缺少${parts.month ? '日' : '月和日'}，例如2019-09-01` }
  return { value: `${parts.year}-${twoDigits(parts.month)}-${twoDigits(parts.day)}` }
}

/**
 * As parseDay, and 2019-09, 2019.09, 2019年9月, 201909 → 'YYYY-MM'. `typedAsNumber`: the cell holds a number; then
 * 2019.1 may be a 2019.10 that lost its zero, and nobody but the writer can tell.
 */
export function parseMonth(text: string, typedAsNumber = false): Parsed<string> {
  const parts = readParts(text)
  if (!parts) return { reason: hasShortYear(text) ? '年份应写四位，例如2019-09' : MONTH_EXAMPLE }
  const reason = whyImpossible(parts)
  if (reason) return { reason }
  if (parts.month === undefined) return { reason: '缺少月，例如2019-09' }
  if (typedAsNumber && /^\d{4}\.1$/.test(text.trim())) {
    return { reason: `可能是1月，也可能是10月，请写成${parts.year}-01或${parts.year}-10` }
  }
  return { value: `${parts.year}-${twoDigits(parts.month)}` }
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

function readParts(text: string): DateParts | undefined {
  const plain = tidy(text)
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})?$/.exec(plain)
  if (!match) return serialParts(plain)
  const [, year, month, day] = match
  return { year: Number(year), month: optional(month), day: optional(day) }
}

const optional = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits))

/** Any way of writing a date → numbers with hyphens, time of day dropped. */
function tidy(text: string): string {
  return arabic(halfWidth(text).replace(/[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, ''))
    .replace(/\s/g, '')
    .replace(/[年月/.。、−–—]/g, '-')
    .replace(/[日号]$/, '')
    .replace(/-$/, '')
}

function serialParts(plain: string): DateParts | undefined {
  const serial = /^\d{5}$/.test(plain) ? Number(plain) : 0
  if (serial < SERIALS.first || serial > SERIALS.last) return undefined
  const [year, month, day] = dateOfSerial(serial, false)!.split('-').map(Number)
  return { year: year!, month, day }
}

const digits = '〇一二三四五六七八九'

/** 二〇一九年十一月 → 2019年11月; text without Chinese numerals stays. */
function arabic(text: string): string {
  return text
    .replace(/[零○]/g, '〇')
    .replace(/([一二三]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
      String((tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0)),
    )
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(digits.indexOf(digit)))
}

function whyImpossible({ year, month, day }: DateParts): string | undefined {
  if (year < 1900 || year > 2100) return `年份${year}不合理`
  if (month !== undefined && (month < 1 || month > 12)) return `没有${month}月`
  if (month === undefined || day === undefined) return undefined
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return day < 1 || day > last ? `${year}年${month}月没有${day}日` : undefined
}

const hasShortYear = (text: string): boolean => /^\d{2}-\d{1,2}(-\d{1,2})?$|^\d{1,2}-\d{1,2}-\d{2}$/.test(tidy(text))
