/** What the text of a number depends on. */
export interface NumberFormat {
  date: boolean
  /** Digits before the point that the format fills up with zeros: 6 for '000000'. */
  pad: number
  /** Digits after the point that the format always shows: 2 for '0.00'; 0 where it shows as many as there are. */
  decimals: number
}

export const generalFormat: NumberFormat = { date: false, pad: 0, decimals: 0 }
const dateFormat: NumberFormat = { date: true, pad: 0, decimals: 0 }

/** Built-in formats have no code in the file. 27-36 and 50-58 are the Chinese ones: 1990年3月 and so on. */
const builtInDates: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 45],
  [47, 47],
  [50, 58],
]

/** The format behind a style: by its code, or by its number where it is built in. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code !== undefined) return formatOfCode(code)
  if (builtInDates.some(([from, to]) => id >= from && id <= to)) return dateFormat
  return id === 2 || id === 4 ? { date: false, pad: 0, decimals: 2 } : generalFormat
}

/** 'yyyy"年"m"月"' is a date, '000000' pads, '0.00' shows two decimals; all else is shown as it is. */
export function formatOfCode(code: string): NumberFormat {
  const bare = withoutLiterals(code.split(';')[0] ?? '')
  if (/[ymdhs]/i.test(bare)) return dateFormat
  const digits = /^(?:[#,]*)(0+)(?:\.(0+))?$/.exec(bare)
  if (!digits) return generalFormat
  const [, whole = '', decimals = ''] = digits
  return { date: false, pad: whole.length > 1 ? whole.length : 0, decimals: decimals.length }
}

/** Takes quoted and escaped text, colours, locales and AM/PM out of a code; [h] counts hours and is no date. */
function withoutLiterals(code: string): string {
  if (/\[(h+|m+|s+)\]/i.test(code)) return ''
  return code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|am\/pm|a\/p|[\s]/gi, '')
}

const SERIAL_OF_1970 = 25_569
const DAYS_1904 = 1462
const LAST_SERIAL = 2_958_465

/**
 * A spreadsheet's date → 'YYYY-MM-DD', with 'THH:MM:SS' when there is a time of day, 'HH:MM:SS' alone below 1.
 * Undefined for what is no day: negative, after 9999, or the 29 February 1900 that Excel invents.
 */
export function dateOfSerial(serial: number, date1904: boolean): string | undefined {
  const inSeconds = Math.round(serial * 86_400)
  const [whole, seconds] = [Math.floor(inSeconds / 86_400), inSeconds % 86_400]
  if (whole === 0 && seconds >= 0) return timeOf(seconds)
  const day = dayOfSerial(whole, date1904)
  if (!day) return undefined
  return seconds === 0 ? day : `${day}T${timeOf(seconds)}`
}

function dayOfSerial(serial: number, date1904: boolean): string | undefined {
  const days = date1904 ? serial + DAYS_1904 : serial < 60 ? serial + 1 : serial
  if (serial < 0 || days > LAST_SERIAL || (!date1904 && serial === 60)) return undefined
  return dayAfter1970(days - SERIAL_OF_1970)
}

/** Few days come back often, and Date is slow: the last few thousand are kept. */
const knownDays = new Map<number, string>()

function dayAfter1970(days: number): string {
  const known = knownDays.get(days)
  if (known) return known
  if (knownDays.size > 20_000) knownDays.clear()
  const day = new Date(days * 86_400_000).toISOString().slice(0, 10)
  knownDays.set(days, day)
  return day
}

function timeOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 19)
}

/** 'YYYY-MM-DD' from 1 March 1900 on → the spreadsheet's number; undefined for anything else. */
export function serialOfDay(day: string): number | undefined {
  const milliseconds = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN
  const serial = milliseconds / 86_400_000 + SERIAL_OF_1970
  // Date.parse takes 31 February for 3 March.
  return serial > 60 && dayAfter1970(serial - SERIAL_OF_1970) === day ? serial : undefined
}
