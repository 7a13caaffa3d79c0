import { dayAfter, dayOf } from '#shared/day.ts'
import { grouped } from '#shared/group.ts'

interface Dated {
  day: string | null
  fromAt: string | null
}

/** How many days a phone shows, today among them. */
const DAYS = 14

/** Today, be there anything or not, and the days of the coming two weeks that have something. What began before is still on. */
export function daysAhead<T extends Dated>(entries: readonly T[], today: string): { day: string; entries: T[] }[] {
  const dayFor = ({ day, fromAt }: T) => {
    const begins = day ?? dayOf(new Date(fromAt!))
    return begins < today ? today : begins
  }
  const days = grouped(entries, dayFor)
  return [...new Set([today, ...days.keys()])]
    .filter((day) => day < dayAfter(today, DAYS))
    .sort()
    .map((day) => ({ day, entries: days.get(day) ?? [] }))
}
