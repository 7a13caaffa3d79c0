import type { CalendarEntry, CalendarSource, CalendarSubject } from '#platform/calendar.ts'
import type { Context } from '#platform/context.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { courseAccess, loadCourse } from './course.load.ts'
import { listCalendarSessions, type CalendarSession, type SessionsOf } from './session-calendar.sql.ts'

/** The sessions of courses: those that a teacher takes part in, those of who holds them, those of one course. */
export const sessionCalendar: CalendarSource = {
  name: 'training.sessions',
  list: async (ctx, subject, since) => {
    const whose = await whoseOf(ctx, subject)
    if (!whose) return []
    const rows = await ctx.asOwner(async (db) => listCalendarSessions(db, await listDistrictIds(db), whose, since))
    return rows.map(entryOf)
  },
  subjects: {
    training: async (ctx, id) => {
      const subject = await loadCourse(ctx, id)
      if (!subject || !courseAccess.read(ctx.actor, subject)) return undefined
      return { districtId: subject.row.districtId, name: subject.row.title }
    },
  },
}

async function whoseOf(ctx: Context, { about, subjectId }: CalendarSubject): Promise<SessionsOf | undefined> {
  if (about === 'person') return findOwnTeacher(ctx)
  if (about === 'school' || about === 'cluster') return { unitId: Number(subjectId) }
  return about === 'training' ? { courseId: subjectId } : undefined
}

const entryOf = ({ id, title, unit, place, startsAt, endsAt, madeAt }: CalendarSession): CalendarEntry => ({
  ...{ id, title: `研修：${title}`, place, words: unit },
  when: { from: startsAt, until: endsAt },
  changedAt: madeAt,
})
