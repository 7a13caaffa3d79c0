import { dayAfter } from '#shared/day.ts'
import { lastDay, schoolYearOf } from '#shared/school-year.ts'

/** From one day to another; a ledger may leave the last day open. */
export interface Term {
  startOn: string
  endOn: string | null
}

/** A school year ends with its lessons: whoever serves until the end of June has served the summer too. */
const LESSONS_END = '06-30'
const SUMMER_ENDS = '08-31'
const isSummer = (day: string): boolean => day.slice(5) >= LESSONS_END && day.slice(5) <= SUMMER_ENDS

/** The last day; where it was left open, that of the school year in which it began. */
export const endOf = ({ startOn, endOn }: Term): string => endOn ?? lastDay(schoolYearOf(startOn))

/** The last day of a term of so many school years. */
export const lastDayOf = (startOn: string, years: number): string => lastDay(schoolYearOf(startOn) + years - 1)

/** The school years in which a rotation runs; those that begin after today are left out where `today` is given. */
export function runningYears(term: Term, today?: string): number[] {
  const first = schoolYearOf(term.startOn)
  const last = Math.min(schoolYearOf(endOf(term)), today ? schoolYearOf(today) : 9999)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
}

export const runsIn = (term: Term, schoolYear: number): boolean => runningYears(term).includes(schoolYear)

/** Whole school years served until a day. */
export function yearsServed(term: Term, today: string): number {
  const end = endOf(term)
  return yearsBetween(term.startOn, today < end ? today : end)
}

/** Whole school years that the term comes to when it is served to its end. */
export const yearsOf = (term: Term): number => yearsBetween(term.startOn, endOf(term))

function yearsBetween(from: string, until: string): number {
  if (until < from) return 0
  const end = isSummer(until) ? `${until.slice(0, 4)}-${SUMMER_ENDS}` : until
  const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number)
  const [y2 = 0, m2 = 0, d2 = 0] = dayAfter(end).split('-').map(Number)
  const months = (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0)
  return Math.max(0, Math.floor(months / 12))
}

/** The day on which so many school years will have been served. */
export function servedOn({ startOn }: Term, years: number): string {
  const day = dayAfter(`${Number(startOn.slice(0, 4)) + years}${startOn.slice(4)}`, -1)
  return isSummer(day) ? `${day.slice(0, 4)}-${LESSONS_END}` : day
}

export interface AppraisalDue {
  schoolYear: number
  /** The one at the end, which closes the rotation. */
  isFinal: boolean
  /** From when on it may be written. */
  from: string
  /** After that day it is late. */
  due: string
}

const END_DAYS = 30

/** What the receiving school has to say and when: in June of each school year, and in place of the last at the end. */
export function appraisalsOf(term: Term): AppraisalDue[] {
  const end = endOf(term)
  const years = runningYears(term)
  return years.map((schoolYear, at) => {
    if (at === years.length - 1) return { schoolYear, isFinal: true, from: dayAfter(end, -END_DAYS), due: end }
    return { schoolYear, isFinal: false, from: `${schoolYear + 1}-06-01`, due: `${schoolYear + 1}-06-30` }
  })
}

/** The next appraisal that is not written; undefined where all are. */
export const nextAppraisal = (term: Term, written: readonly number[]): AppraisalDue | undefined =>
  appraisalsOf(term).find(({ schoolYear }) => !written.includes(schoolYear))
