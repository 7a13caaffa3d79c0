import { dayInWords, dayOf, momentInWords } from '#shared/day.ts'

const WEEKDAYS = '日一二三四五六'

/** 14:00, on the office's clock. */
export const timeOf = (instant: string): string => momentInWords(new Date(instant)).slice(11)

/** 今天 14:00–16:00, or 11月26日（周四）14:00–16:00 */
export function spanOf({ fromAt, untilAt }: { fromAt: string; untilAt: string }, today: string): string {
  const day = dayOf(new Date(fromAt))
  return `${dayWords(day, today)} ${timeOf(fromAt)}–${timeOf(untilAt)}`
}

/** 今天, or 11月26日（周四） */
export function dayWords(day: string, today: string): string {
  if (day === today) return '今天'
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]!
  return `${dayInWords(day).slice(5)}（周${weekday}）`
}

export const todayHere = (): string => dayOf(new Date())
