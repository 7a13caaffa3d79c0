import type { CalendarEntry, CalendarSource } from '#platform/calendar.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listCalendarMeetings, type CalendarMeeting } from './pair-calendar.sql.ts'

/** When a mentor and a mentee met: for the two of them, and for their schools. */
export const pairCalendar: CalendarSource = {
  name: 'teaching-research.meetings',
  list: async (ctx, { about, subjectId }, since) => {
    const own = about === 'person' ? await findOwnTeacher(ctx) : undefined
    const whose = about === 'school' ? { schoolId: Number(subjectId) } : own
    if (!whose) return []
    const rows = await ctx.asOwner(async (db) => listCalendarMeetings(db, await listDistrictIds(db), whose, since))
    return rows.map(entryOf)
  },
}

const entryOf = ({ id, day, subject, schools, writtenAt }: CalendarMeeting): CalendarEntry => ({
  id,
  title: `跨校带教：${subject}`,
  words: schools,
  when: { day },
  changedAt: writtenAt,
})
