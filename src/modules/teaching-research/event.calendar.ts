import type { CalendarEntry, CalendarSource, CalendarSubject } from '#platform/calendar.ts'
import type { Context } from '#platform/context.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listCalendarEvents, type CalendarEvent, type EventsOf } from './event-calendar.sql.ts'
import { readsUnion } from './research.access.ts'
import { loadUnion, unionsConvened } from './union.load.ts'

/** The activities of unions: those that a teacher convenes or lectures at, those of a school, a cluster or a union. */
export const eventCalendar: CalendarSource = {
  name: 'teaching-research.events',
  list: async (ctx, subject, since) => {
    const whose = await whoseOf(ctx, subject)
    if (!whose) return []
    const rows = await ctx.asOwner(async (db) => listCalendarEvents(db, await listDistrictIds(db), whose, since))
    return rows.map(entryOf)
  },
  subjects: {
    union: async (ctx, id) => {
      const subject = await loadUnion(ctx, id)
      if (!subject || !readsUnion(ctx.actor, subject)) return undefined
      return { districtId: subject.districtId, name: subject.row.name }
    },
  },
}

async function whoseOf(ctx: Context, { about, subjectId }: CalendarSubject): Promise<EventsOf | undefined> {
  if (about === 'person') {
    const own = await findOwnTeacher(ctx)
    return own && { lecturerId: own.teacherId, unionIds: (await unionsConvened(ctx)).map(({ id }) => id) }
  }
  if (about === 'school') return { schoolId: Number(subjectId) }
  if (about === 'cluster') return { clusterId: Number(subjectId) }
  return about === 'union' ? { unionIds: [subjectId], lecturerId: null } : undefined
}

const entryOf = (event: CalendarEvent): CalendarEntry => ({
  ...{ id: event.id, title: `${event.form}：${event.theme}`, words: event.union },
  when: { from: event.fromAt, until: event.untilAt },
  place: [event.host, event.place].filter(Boolean).join(' '),
  spot: event.spot,
  changedAt: event.writtenAt,
  ...(event.status === '已取消' && { status: 'cancelled' as const }),
})
