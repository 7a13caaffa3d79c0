import { dayAfter } from './day.ts'
import { schoolYearOf } from './school-year.ts'

export const terms = ['上学期', '下学期'] as const
export type Term = (typeof terms)[number]

export const weekRhythms = ['每周', '单周', '双周'] as const
export type Weeks = (typeof weekRhythms)[number]

export const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const
export const LAST_PERIOD = 14

/** 周四 */
export const weekdayName = (weekday: number): string => `周${WEEKDAYS[weekday - 1] ?? ''}`

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

export const mondayOf = (day: string): string => dayAfter(day, 1 - weekdayOf(day))

/** The second term begins with February. */
export const termOf = (day: string): Term => {
  const month = Number(day.slice(5, 7))
  return month >= 2 && month <= 8 ? '下学期' : '上学期'
}

/** The days within which a term's timetable may hold, as far as the calendar goes; each school ends when it ends. */
export function termDays(schoolYear: number, term: Term): { fromDay: string; untilDay: string } {
  return term === '上学期'
    ? { fromDay: `${schoolYear}-09-01`, untilDay: `${schoolYear + 1}-01-31` }
    : { fromDay: `${schoolYear + 1}-02-01`, untilDay: `${schoolYear + 1}-08-31` }
}

/** 2026学年上学期, as it is for a day. */
export const termAt = (day: string): { schoolYear: number; term: Term } => ({
  schoolYear: schoolYearOf(day),
  term: termOf(day),
})

/** 1 in the week that begins with `weekOne`. */
export const weekNumber = (day: string, weekOne: string): number =>
  Math.floor((Date.parse(mondayOf(day)) - Date.parse(mondayOf(weekOne))) / (7 * 86_400_000)) + 1

/** Whether a lesson of such weeks is given on a day. */
export function fallsInWeek(weeks: Weeks, day: string, weekOne: string): boolean {
  if (weeks === '每周') return true
  return (weekNumber(day, weekOne) % 2 !== 0) === (weeks === '单周')
}

/** Whether two rhythms ever meet in one week. */
export const rhythmsMeet = (a: Weeks, b: Weeks): boolean => a === '每周' || b === '每周' || a === b

/** Every day from one to another, both included. */
export function daysBetween(fromDay: string, untilDay: string): string[] {
  const days: string[] = []
  for (let day = fromDay; day <= untilDay; day = dayAfter(day)) days.push(day)
  return days
}
