import { dayOf } from '#shared/day.ts'
import type { CalendarEntry, CalendarSource } from '#platform/calendar.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listWalksSince, type WalkRow } from './walk.sql.ts'

/** The walks that a person leads, and those of a school's classes. */
export const walkCalendar: CalendarSource = {
  name: 'practice.walks',
  list: async (ctx, { about, subjectId }, since) => {
    if (about !== 'person' && about !== 'school') return []
    const whose = about === 'person' ? { accountId: ctx.actor.id } : { schoolId: Number(subjectId) }
    const rows = await ctx.asOwner(async (db) => listWalksSince(db, await listDistrictIds(db), whose, since))
    return rows.map(entryOf)
  },
}

/** Until it is done nobody knows how long it takes. */
const entryOf = ({ id, route, school, classes, headCount, startedAt, doneAt }: WalkRow): CalendarEntry => ({
  ...{ id, title: `研学：${route}`, words: `${school}${classes}，${headCount} 人`, changedAt: doneAt ?? startedAt },
  when: doneAt ? { from: startedAt, until: doneAt } : { day: dayOf(startedAt) },
})
