import ical, { ICalCalendarMethod, ICalEventStatus, type ICalEventData } from 'ical-generator'
import type { CalendarEntry } from './calendar.ts'

const statuses = { tentative: ICalEventStatus.TENTATIVE, cancelled: ICalEventStatus.CANCELLED }

/**
 * A calendar as clients subscribe to it (RFC 5545). Times are instants in UTC: every client shows them on its own clock,
 * and none has to know a zone. An entry keeps its UID when it is moved, and counts its moves in SEQUENCE.
 */
export function calendarFile(name: string, entries: readonly CalendarEntry[]): string {
  const calendar = ical({ name, prodId: { company: '雁阵', product: '日历', language: 'ZH' }, ttl: 3600 })
  calendar.method(ICalCalendarMethod.PUBLISH)
  for (const entry of entries) calendar.createEvent(eventOf(entry))
  return calendar.toString()
}

function eventOf({ id, title, when, place, words, status, moves, madeAt, changedAt }: CalendarEntry): ICalEventData {
  return {
    id: `${id}@yanzhen`,
    sequence: moves ?? 0,
    ...('day' in when
      ? { start: new Date(`${when.day}T00:00:00Z`), allDay: true }
      : { start: when.from, end: when.until }),
    stamp: changedAt,
    ...(madeAt && { created: madeAt }),
    lastModified: changedAt,
    status: status ? statuses[status] : ICalEventStatus.CONFIRMED,
    summary: title,
    ...(place && { location: place }),
    ...(words && { description: words }),
  }
}
