import { dayAfter, dayInWords } from '#shared/day.ts'
import { firstDay, lastDay, schoolYearName } from '#shared/school-year.ts'
import { daysBetween, type Term } from '#shared/week.ts'

/** So many months are shown at a time. */
export const MONTHS = 6

/** 2026-11 and 3: 2027-02 */
export function monthAfter(month: string, n: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + n
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** Every day of a month. */
export const daysOfMonth = (month: string): string[] =>
  daysBetween(`${month}-01`, dayAfter(`${monthAfter(month, 1)}-01`, -1))

interface Span {
  from: string
  until: string
}

interface Dated extends Span {
  schoolYear: number
  term: Term
}

export const termName = ({ schoolYear, term }: Pick<Dated, 'schoolYear' | 'term'>): string =>
  `${schoolYearName(schoolYear)}${term}`

/** Which field of a term is wrong, and why; undefined where nothing is. Other terms are asked for by `meetsTerm`. */
export function whyNotTerm({
  schoolYear,
  from,
  until,
}: Dated): { path: 'from' | 'until'; message: string } | undefined {
  if (until <= from) return { path: 'until', message: '最后一天不晚于第一天，请核对。' }
  const [first, last] = [firstDay(schoolYear), lastDay(schoolYear)]
  const inYear = `${schoolYearName(schoolYear)}是 ${dayInWords(first)}到${dayInWords(last)}，请核对。`
  if (from < first || from > last) return { path: 'from', message: inYear }
  return until > last ? { path: 'until', message: inYear } : undefined
}

/** The other term of the year into which one runs: the first ends before the second begins. */
export function meetsTerm<T extends Dated>(one: Dated, others: readonly T[]): T | undefined {
  return others
    .filter(({ schoolYear, term }) => schoolYear === one.schoolYear && term !== one.term)
    .find((other) => (one.term === '上学期' ? one.until >= other.from : one.from <= other.until))
}
