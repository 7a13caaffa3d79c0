import { momentOf } from '#shared/day.ts'
import { clockOf, minutesOf } from '#shared/bells.ts'
import { fallsInWeek, type Weeks } from '#shared/week.ts'
import type { DayFacts } from './day.rules.ts'

/** A stretch of a day in minutes from midnight; `until` is not part of it. */
export interface Span {
  from: number
  until: number
}

/** When a venue is open on days of a kind. */
export interface Opening {
  dayKind: DayFacts['kind']
  weekdays: readonly number[]
  fromTime: string
  untilTime: string
}

/** The hours that a venue had up to a day, the day included. */
export interface FormerHours {
  untilDay: string
  openings: readonly Opening[]
}

/** A weekly lesson of the providing school in its venue. */
export interface VenueLesson {
  weekday: number
  fromTime: string
  untilTime: string
  fromDay: string
  untilDay: string
  weeks: Weeks
  weekOne: string
  what: string
}

/** Closed from one instant to another. */
export interface Closing {
  from: Date
  until: Date
  why: string
}

export interface VenueHours {
  openings: readonly Opening[]
  lessons: readonly VenueLesson[]
  closings: readonly Closing[]
  /** First day on which it is not there any more. */
  closedOn: string | null
  /** Of a partner's: the days on which the agreement holds. */
  agreementFrom: string | null
  agreementUntil: string | null
}

/** What keeps a time of an open venue from others: the school's lessons, repairs. */
export interface Blocked extends Span {
  what: string
}

/** When it is open by its hours alone. On a make-up day whose lessons nobody named, what holds on every weekday holds. */
export function openSpans(openings: readonly Opening[], { kind, weekday }: DayFacts): Span[] {
  const holds = ({ weekdays }: Opening) =>
    weekday === null ? [1, 2, 3, 4, 5].every((one) => weekdays.includes(one)) : weekdays.includes(weekday)
  return merged(openings.filter((one) => one.dayKind === kind && holds(one)).map(spanOf))
}

/** The hours that held on a day: those of the first change after it, else those of now. `former`: the oldest first. */
export const openingsOn = (now: readonly Opening[], former: readonly FormerHours[], day: string): readonly Opening[] =>
  former.find(({ untilDay }) => day <= untilDay)?.openings ?? now

/** The school's lessons on a day, and what is closed of it; of a make-up day whose lessons nobody named, those of every weekday. */
export function blockedSpans({ lessons, closings }: VenueHours, facts: DayFacts): Blocked[] {
  const spans = lessonsOn(lessons, facts)
  if (closings.length > 0) spans.push(...closedOn(closings, facts.day))
  return spans.sort((a, b) => a.from - b.from)
}

function closedOn(closings: readonly Closing[], day: string): Blocked[] {
  const begins = momentOf(day, '00:00').getTime()
  return closings
    .map(({ from, until, why }) => ({ ...within((+from - begins) / 60_000, (+until - begins) / 60_000), what: why }))
    .filter((span) => span.from < span.until)
}

function lessonsOn(lessons: readonly VenueLesson[], { day, kind, weekday }: DayFacts): Blocked[] {
  if (kind !== '上学日') return []
  return lessons
    .filter((lesson) => lesson.fromDay <= day && day <= lesson.untilDay)
    .filter((lesson) => weekday === null || lesson.weekday === weekday)
    .filter((lesson) => fallsInWeek(lesson.weeks, day, lesson.weekOne))
    .map((lesson) => ({ ...spanOf(lesson), what: lesson.what || '本校上课' }))
}

/** Free of lessons and repairs: what bookings may share out. */
export function freeSpans(hours: VenueHours, facts: DayFacts): Span[] {
  if (whyNotThere(hours, facts.day)) return []
  return without(openSpans(hours.openings, facts), blockedSpans(hours, facts))
}

/** What is asked for: a stretch of a day, and the minutes that the venue needs before and after it. */
export interface Wanted extends Span {
  minutesBefore: number
  minutesAfter: number
}

/** Why it cannot be had then, as far as hours go; undefined where it can. */
export function whyNotOpen(hours: VenueHours, facts: DayFacts, wanted: Wanted): string | undefined {
  const gone = whyNotThere(hours, facts.day)
  if (gone) return gone
  const open = openSpans(hours.openings, facts)
  if (open.length === 0) return `${facts.words}，当天不开放。`
  if (!open.some((span) => span.from <= wanted.from && wanted.until <= span.until))
    return `当天开放时间是 ${open.map(spanInWords).join('、')}。`
  const held = { from: wanted.from - wanted.minutesBefore, until: wanted.until + wanted.minutesAfter }
  const blocked = blockedSpans(hours, facts).find((span) => meet(span, held))
  return blocked && `${spanInWords(blocked)} 已被占用：${blocked.what}。`
}

function whyNotThere({ closedOn, agreementFrom, agreementUntil }: VenueHours, day: string): string | undefined {
  if (closedOn !== null && closedOn <= day) return '该场馆已停用。'
  if (agreementUntil !== null && agreementUntil < day) return `与该基地的协议到 ${agreementUntil} 为止。`
  if (agreementFrom !== null && day < agreementFrom) return `与该基地的协议从 ${agreementFrom} 开始。`
  return undefined
}

/** What an opening says that nothing can come of; undefined where nothing is wrong. */
export function whyNotOpening({ weekdays, fromTime, untilTime }: Opening): string | undefined {
  if (weekdays.length === 0) return '请至少选一个星期几。'
  if (untilTime <= fromTime) return `结束时间 ${untilTime} 不晚于开始时间 ${fromTime}，请核对。`
  return undefined
}

/** The same hours with those put together that touch or overlap, so that one line holds any time that is open throughout. */
export function keptOpenings(openings: readonly Opening[]): Opening[] {
  const kinds = [...new Set(openings.map(({ dayKind }) => dayKind))]
  return kinds.flatMap((dayKind) => {
    const byTimes = new Map<string, number[]>()
    for (const weekday of [1, 2, 3, 4, 5, 6, 7])
      for (const span of merged(
        openings.filter((one) => one.dayKind === dayKind && one.weekdays.includes(weekday)).map(spanOf),
      )) {
        const key = spanInWords(span)
        byTimes.set(key, [...(byTimes.get(key) ?? []), weekday])
      }
    return [...byTimes].map(([times, weekdays]) => {
      const [fromTime = '', untilTime = ''] = times.split('–')
      return { dayKind, weekdays, fromTime, untilTime }
    })
  })
}

export const spanOf = ({ fromTime, untilTime }: { fromTime: string; untilTime: string }): Span => ({
  from: minutesOf(fromTime),
  until: minutesOf(untilTime),
})

/** 08:00–09:30 */
export const spanInWords = ({ from, until }: Span): string => `${clockOf(from)}–${clockOf(until)}`

export const meet = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until

const within = (from: number, until: number): Span => ({ from: Math.max(0, from), until: Math.min(1440, until) })

/** In order, with those put together that touch. */
export function merged(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = kept.at(-1)
    if (last && span.from <= last.until) last.until = Math.max(last.until, span.until)
    else kept.push({ ...span })
  }
  return kept
}

/** What is left of the spans when others are cut out. */
export function without(spans: readonly Span[], cut: readonly Span[]): Span[] {
  return cut.reduce<Span[]>(
    (left, { from, until }) =>
      left.flatMap((span) =>
        meet(span, { from, until })
          ? [
              { from: span.from, until: from },
              { from: until, until: span.until },
            ].filter((one) => one.from < one.until)
          : [span],
      ),
    [...spans],
  )
}
