import { dayInWords, dayOf, timeOf } from '#shared/day.ts'

/** 2026年3月8日；of several days: 2026年3月8日至2026年3月15日. */
export function daysOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  const [first, last] = [startsAt, endsAt].map((instant) => dayOf(new Date(instant))) as [string, string]
  return first === last ? dayInWords(first) : `${dayInWords(first)}至${dayInWords(last)}`
}

/** 2026年3月8日 13:30–16:30 */
export const timesOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string =>
  `${dayInWords(dayOf(new Date(startsAt)))} ${timeOf(new Date(startsAt))}–${timeOf(new Date(endsAt))}`

export const dayOfInstant = (instant: string): string => dayInWords(dayOf(new Date(instant)))
