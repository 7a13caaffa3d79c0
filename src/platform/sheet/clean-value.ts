import { halfWidth } from './clean.ts'

/** A value, or in a few words why there is none (to stand after “…”：). */
export type Parsed<T> = { value: T; reason?: never } | { value?: never; reason: string }

const ok = <T>(value: T): Parsed<T> => ({ value })
const no = (reason: string): { reason: string } => ({ reason })

const compact = (text: string): string => halfWidth(text).replace(/\s/g, '').replace(/[−–—]/g, '-')

/** １,234.50 → 1234.5. */
export function parseDecimal(text: string): Parsed<number> {
  const plain = compact(text)
  const grouped = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)
  const digits = grouped ? plain.replaceAll(',', '') : plain
  if (!/^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(digits)) return no('应填数字')
  const value = Number(digits)
  return Math.abs(value) > Number.MAX_SAFE_INTEGER ? no('数字过大') : ok(value === 0 ? 0 : value)
}

/** １，234 → 1234; 12.5 is none. */
export function parseInteger(text: string): Parsed<number> {
  const parsed = parseDecimal(text)
  if (parsed.reason !== undefined) return no(parsed.reason === '应填数字' ? '应填整数' : parsed.reason)
  return Number.isInteger(parsed.value) ? parsed : no('应填整数')
}

const yes = new Set(['是', '有', '对', '√', '✓', '✔', '☑', 'Y', 'YES', 'TRUE', 'T', '1'])
const noWords = new Set(['否', '无', '不', '不是', '×', '✗', '✘', '✕', 'X', 'N', 'NO', 'FALSE', 'F', '0'])

export function parseYesNo(text: string): Parsed<boolean> {
  const word = compact(text).toUpperCase()
  if (yes.has(word)) return ok(true)
  return noWords.has(word) ? ok(false) : no('应填“是”或“否”')
}

/** 2023, 2023学年, 2023-2024学年度 → 2023. */
export function parseSchoolYear(text: string): Parsed<number> {
  const match = /^(\d{4})年?(?:[-/~至](\d{4}|\d{2})年?)?(?:学年度?)?$/.exec(compact(text))
  if (!match) return no('应填学年，例如2023学年')
  const year = Number(match[1])
  const until = match[2]
  if (until !== undefined && Number(until) % 100 !== (year + 1) % 100)
    return no('学年应是相连的两年，例如2023-2024学年')
  return year < 1900 || year > 2100 ? no('年份不合理') : ok(year)
}
