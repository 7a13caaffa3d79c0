import { dayAfter, dayOf } from '#shared/day.ts'
import { whyNotOpen, type DayFacts, type VenueHours } from '#modules/venues/index.ts'
import { instantsOf, spanOfTime, type Time } from './booking.rules.ts'

/** A venue as far as the rules of booking go. */
export interface Offered {
  capacity: number
  stages: readonly string[]
  minutesBefore: number
  minutesAfter: number
  noticeHours: number
  daysAhead: number
  hours: VenueHours
}

/** Who would use it. */
export interface Use {
  headCount: number
  /** The stages that the using school teaches; undefined for those who are no school. */
  stages?: readonly string[] | undefined
}

/** Why a venue cannot be booked for a time, whoever else may have it; undefined where it can. Source: the venue's own rules. */
export function whyNotBook(venue: Offered, facts: DayFacts, time: Time, use: Use, now: Date): string | undefined {
  const { fromAt } = instantsOf(time)
  if (fromAt <= now) return '这个时间已经过去。'
  return (
    whyNotUse(venue, use) ??
    whyTooSoonOrLate(venue, { day: time.day, fromAt }, now) ??
    whyNotOpen(venue.hours, facts, wantedOf(venue, time))
  )
}

const wantedOf = ({ minutesBefore, minutesAfter }: Offered, time: Time) => ({
  ...spanOfTime(time),
  minutesBefore,
  minutesAfter,
})

export function whyNotUse({ capacity, stages }: Offered, use: Use): string | undefined {
  if (use.headCount > capacity) return `最多容纳 ${capacity} 人，您填了 ${use.headCount} 人。`
  if (stages.length > 0 && use.stages && !use.stages.some((stage) => stages.includes(stage)))
    return `只向${stages.join('、')}学段开放。`
  return undefined
}

function whyTooSoonOrLate(
  { noticeHours, daysAhead }: Offered,
  { day, fromAt }: { day: string; fromAt: Date },
  now: Date,
): string | undefined {
  const hours = (fromAt.getTime() - now.getTime()) / 3_600_000
  if (hours < noticeHours) return `须提前 ${noticeHours} 小时预约。`
  const last = dayAfter(dayOf(now), daysAhead)
  return day > last ? `最早提前 ${daysAhead} 天预约，现在可以订到 ${last}。` : undefined
}
