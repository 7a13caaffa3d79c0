import { weekdayName, weekdayOf } from '#shared/week.ts'

/** 11月26日 */
export const shortDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** What a moment of a lesson is told with. */
export const whenOf = ({ day, period }: { day: string; period: number }) => ({
  date: shortDay(day),
  weekday: weekdayName(weekdayOf(day)),
  period,
})
