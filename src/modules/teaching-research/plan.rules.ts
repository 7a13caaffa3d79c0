import { dayAfter } from '#shared/day.ts'
import type { EventLine } from './event-line.contract.ts'
import type { PlanLine } from './plan.contract.ts'

/** A school year begins in September: 9 … 12, 1 … 8. */
export const monthOrder = (month: number): number => (month + 3) % 12

/** The last day of a month of a school year: 2 in 2023 gives 2024-02-29. */
export function monthEnd(schoolYear: number, month: number): string {
  const year = month >= 9 ? schoolYear : schoolYear + 1
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1]
  return dayAfter(`${nextYear}-${String(next).padStart(2, '0')}-01`, -1)
}

/** The first day of a month of a school year that is no weekend: 10 in 2023 gives 2023-10-02. */
export function firstWeekday(schoolYear: number, month: number): string {
  const first = `${monthEnd(schoolYear, month).slice(0, 7)}-01`
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay()
  return weekday === 6 ? dayAfter(first, 2) : weekday === 0 ? dayAfter(first) : first
}

interface Facts {
  month: number
  schoolYear: number
  confirmedOn: string | null
  eventStatus: EventLine['status'] | null
}

/** How far a line of the plan has come. */
export function planState({ month, schoolYear, confirmedOn, eventStatus }: Facts, today: string): PlanLine['state'] {
  if (eventStatus === '已开展') return '已开展'
  if (eventStatus === '待开展') return '已安排'
  if (confirmedOn === null) return '待确认'
  return monthEnd(schoolYear, month) < today ? '未开展' : '已确认'
}
