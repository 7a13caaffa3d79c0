import { dayOf, momentOf } from '#shared/day.ts'
import { grouped } from '#shared/group.ts'
import { daysBetween } from '#shared/week.ts'
import type { CalendarEntry, CalendarSource } from '#platform/calendar.ts'
import type { Db } from '#platform/database/database.ts'
import { isHoliday } from '#platform/holidays.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listPostedLessons, type PostedLesson } from './calendar.sql.ts'
import { readBells } from './free.actions.ts'
import { isOn } from './week.actions.ts'

/** The standing lessons at other schools: those of a teacher, and those that a school gives or takes. */
export const postCalendar: CalendarSource = {
  name: 'cover.posts',
  list: async (ctx, { about, subjectId }, since) => {
    const own = about === 'person' ? await findOwnTeacher(ctx) : undefined
    const whose = about === 'school' ? { schoolId: Number(subjectId) } : own
    if (!whose) return []
    return ctx.asOwner(async (db) => {
      const lessons = await listPostedLessons(db, await listDistrictIds(db), whose, since)
      return datedOf(db, lessons, dayOf(since))
    })
  },
}

/** One entry for each day on which a lesson is given, as it is counted: holidays are left out. */
async function datedOf(db: Db, lessons: readonly PostedLesson[], since: string): Promise<CalendarEntry[]> {
  const entries: CalendarEntry[] = []
  for (const [districtId, own] of grouped(lessons, (lesson) => lesson.districtId)) {
    const bells = await readBells(db, districtId, [...new Set(own.map(({ toSchoolId }) => toSchoolId))])
    for (const lesson of own) {
      const bell = bells.get(lesson.toSchoolId)?.find(({ period }) => period === lesson.period)
      const from = lesson.fromDay > since ? lesson.fromDay : since
      const days = daysBetween(from, lesson.untilDay).filter((day) => isOn(lesson, day) && !isHoliday(day))
      if (bell) entries.push(...days.map((day) => entryOf(lesson, day, bell)))
    }
  }
  return entries
}

const entryOf = (
  { id, form, className, subject, place, spot, madeAt }: PostedLesson,
  day: string,
  { fromTime, untilTime }: { fromTime: string; untilTime: string },
): CalendarEntry => ({
  ...{ id: `${id}-${day}`, title: `${form}：${className}${subject}`, place, spot, changedAt: madeAt },
  when: { from: momentOf(day, fromTime), until: momentOf(day, untilTime) },
})
