import type { Problem } from '#shared/problem.ts'
import { firstDay, schoolYearOf } from '#shared/school-year.ts'
import { pupilServicesProblems } from './problems.ts'

/** On this day of the next month a sheet is due. */
const DUE_DAY = 10

/** '2026-11-27' → '2026-11' */
export const monthOf = (day: string): string => day.slice(0, 7)

/** '2026-01' and 1 → '2025-12' */
export function monthBefore(month: string, back = 1): string {
  const [year = 0, n = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, n - 1 - back, 1)).toISOString().slice(0, 7)
}

/** 2026年9月 */
export const monthInWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

/** The months of a school year that have begun, the earliest first. */
export function monthsBegun(schoolYear: number, today: string): string[] {
  const first = monthOf(firstDay(schoolYear))
  return Array.from({ length: 12 }, (_, n) => monthBefore(first, -n)).filter((month) => month <= monthOf(today))
}

/** The month that is to be told of now: the last one that is over, or the only one that has begun. */
export function monthAtHand(months: readonly string[], today: string): string | undefined {
  return months.findLast((month) => month < monthOf(today)) ?? months.at(-1)
}

/** Holidays have no sheet: nobody is reminded of July and August. */
const isOfTerm = (month: string): boolean => !['07', '08'].includes(month.slice(5))

/** The last month that is over, if it is one that schools tell of. */
export function monthDue(today: string): string | undefined {
  const last = monthBefore(monthOf(today))
  return isOfTerm(last) ? last : undefined
}

export const dueDay = (month: string): string => `${monthBefore(month, -1)}-${DUE_DAY}`

export const yearOfMonth = (month: string): number => schoolYearOf(`${month}-01`)

export interface Count {
  item: string
  times: number
  people: number
}

/** Only what the policies list can be told, and of months that have begun. */
export function whyNotTell(
  { month, counts }: { month: string; counts: readonly Count[] },
  items: readonly { code: string }[],
  today: string,
): Problem | undefined {
  if (items.length === 0) return pupilServicesProblems.noItems()
  if (month > monthOf(today)) return pupilServicesProblems.monthAhead({ month: monthInWords(month) })
  const known = new Set(items.map(({ code }) => code))
  return counts.every(({ item }) => known.has(item)) ? undefined : pupilServicesProblems.unknownItem()
}
