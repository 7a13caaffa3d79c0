import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { CalendarRow } from './feed.sql.ts'

const status = (row: CalendarRow): ICalEventStatus => {
  if (row.status === '待审') return ICalEventStatus.TENTATIVE
  return row.status === '已定' || row.status === '已用' ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED
}

/**
 * A calendar as clients subscribe to it (RFC 5545). Times are instants in UTC: every client shows them on its own clock,
 * and none has to know a zone. A booking keeps its UID when it is moved, and counts its moves in SEQUENCE.
 */
export function calendarFile(name: string, rows: readonly CalendarRow[]): string {
  const calendar = ical({ name, prodId: { company: '雁阵', product: '场馆预约', language: 'ZH' }, ttl: 3600 })
  calendar.method(ICalCalendarMethod.PUBLISH)
  for (const row of rows)
    calendar.createEvent({
      id: `${row.id}@yanzhen`,
      sequence: row.moves,
      start: row.fromAt,
      end: row.untilAt,
      stamp: row.changedAt,
      created: row.madeAt,
      lastModified: row.changedAt,
      status: status(row),
      summary: `${row.status === '待审' ? '（待审）' : ''}${row.venue}：${row.purpose}`,
      location: [row.provider, row.room].filter(Boolean).join(' '),
      description: `${row.userSchool ?? '外来团体'}，${row.headCount} 人`,
    })
  return calendar.toString()
}
