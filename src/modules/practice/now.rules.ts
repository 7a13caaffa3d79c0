import { clockOf } from '#shared/bells.ts'
import type { Place } from './place.contract.ts'

/** Minutes of a day; `until` is not part of it. */
export interface Stretch {
  from: number
  until: number
}

const isIn = (minute: number) => (one: Stretch) => one.from <= minute && minute < one.until

/** How a venue stands at a minute of a day: by the stretches that its hours leave free, and by what is booked of them. */
export function standingAt(
  free: readonly Stretch[],
  held: readonly Stretch[],
  minute: number,
): NonNullable<Place['now']> {
  const open = free.find(isIn(minute))
  if (!open) {
    const next = free.filter(({ from }) => from > minute).sort((a, b) => a.from - b.from)[0]
    return { state: '不开放', words: next ? `今天 ${clockOf(next.from)} 起开放` : '今天不再开放' }
  }
  const end = endOfHolds(held, minute)
  if (end > minute)
    return { state: '有人用', words: end < open.until ? `${clockOf(end)} 后空出` : `用到 ${clockOf(end)}` }
  const next = Math.min(open.until, ...held.filter(({ from }) => from > minute).map(({ from }) => from))
  return { state: '空着', words: `空到 ${clockOf(next)}` }
}

/** When the bookings that follow each other without a gap from a minute on are over; the minute itself where there is none. */
function endOfHolds(held: readonly Stretch[], minute: number): number {
  const now = held.find(isIn(minute))
  return now ? endOfHolds(held, now.until) : minute
}
