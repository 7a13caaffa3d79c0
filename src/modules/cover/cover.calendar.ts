import { momentOf } from '#shared/day.ts'
import type { CalendarEntry, CalendarSource } from '#platform/calendar.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listTakenGaps, type TakenGap } from './calendar.sql.ts'

/** The lessons that a teacher has taken over. */
export const coverCalendar: CalendarSource = {
  name: 'cover.lessons',
  list: async (ctx, { about }, since) => {
    const own = about === 'person' ? await findOwnTeacher(ctx) : undefined
    return own ? (await ctx.asOwner((db) => listTakenGaps(db, own, since))).map(entryOf) : []
  },
}

const entryOf = ({
  id,
  day,
  fromTime,
  untilTime,
  subject,
  className,
  school,
  spot,
  takenAt,
}: TakenGap): CalendarEntry => ({
  ...{ id, title: `代课：${className}${subject}`, place: school, spot, changedAt: takenAt },
  when: { from: momentOf(day, fromTime), until: momentOf(day, untilTime) },
})
