import type { Spot } from '#shared/spot.ts'
import type { Context } from './context.ts'

/** One thing that stands in a calendar. It names no person and no telephone: whoever has the address reads it. */
export interface CalendarEntry {
  /** Tells it from all others, the same from reading to reading: a client knows by it what has moved. */
  id: string
  title: string
  /** Two instants, or a day as a whole, 'YYYY-MM-DD'. */
  when: { from: Date; until: Date } | { day: string }
  /** The day is the last one for something. */
  isDue?: true
  place?: string
  /** Where one goes for it: the way to it can be shown. */
  spot?: Spot
  words?: string
  /** Not settled yet, or called off: this stays in the calendar for a while, that clients take it away. */
  status?: 'tentative' | 'cancelled'
  /** How often it was moved. */
  moves?: number
  madeAt?: Date
  changedAt: Date
}

/** Whose calendar: 'person' is whoever asks; 'school', 'cluster', 'venue', 'union' … are told by their number. */
export interface CalendarSubject {
  about: string
  subjectId: string
}

/** What a thing with a calendar of its own is called, and where it lies. */
export interface CalendarName {
  districtId: number
  name: string
}

/** What of one module's matters stands in calendars. */
export interface CalendarSource {
  /** 'training.sessions' */
  name: string
  /** What of it is in the calendar of a subject from an instant on; nothing where it has to do with it in no way. */
  list(ctx: Context, subject: CalendarSubject, since: Date): Promise<readonly CalendarEntry[]>
  /** Things of this module that have a calendar of their own, by what they are; undefined: not for `ctx.actor`, or none. */
  subjects?: Readonly<Record<string, (ctx: Context, id: string) => Promise<CalendarName | undefined>>>
}
