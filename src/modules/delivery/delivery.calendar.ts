import type { CalendarEntry, CalendarSource, CalendarSubject } from '#platform/calendar.ts'
import type { Context } from '#platform/context.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listCalendarTimes, type CalendarTime, type TimesOf } from './delivery-calendar.sql.ts'

/** The times of shared courses: those that a teacher teaches, those that a school gives, takes or has in its rooms, a cluster's. */
export const deliveryCalendar: CalendarSource = {
  name: 'delivery.sessions',
  list: async (ctx, subject, since) => {
    const whose = await whoseOf(ctx, subject)
    if (!whose) return []
    const rows = await ctx.asOwner(async (db) => listCalendarTimes(db, await listDistrictIds(db), whose, since))
    return rows.map(entryOf)
  },
}

async function whoseOf(ctx: Context, { about, subjectId }: CalendarSubject): Promise<TimesOf | undefined> {
  if (about === 'person') return findOwnTeacher(ctx)
  if (about === 'school') return { schoolId: Number(subjectId) }
  return about === 'cluster' ? { clusterId: Number(subjectId) } : undefined
}

const entryOf = ({ id, course, place, spot, fromAt, untilAt, isOff, changedAt }: CalendarTime): CalendarEntry => ({
  ...{ id, title: `共享授课：${course}`, place, spot, changedAt },
  when: { from: fromAt, until: untilAt },
  ...(isOff && { status: 'cancelled' as const }),
})
