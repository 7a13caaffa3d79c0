import { dayAfter, momentOf } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listEntries, type CalendarEntry } from './calendar.sql.ts'

/** Whose calendar it is: a teacher's, or a school's. */
type Whose = { teacherId: string } | { schoolId: number }

/**
 * The times of shared courses of a teacher or a school from one day to another, both included ('YYYY-MM-DD'), in their order;
 * what fell out is marked. Whoever asks has made sure that the reader may see that calendar. No person is named.
 */
export const calendarEntries = (
  ctx: Context,
  whose: Whose,
  { fromDay, untilDay }: { fromDay: string; untilDay: string },
): Promise<CalendarEntry[]> =>
  ctx.asOwner(async (db) =>
    listEntries(db, {
      ...whose,
      districtIds: await listDistrictIds(db),
      from: momentOf(fromDay, '00:00'),
      until: momentOf(dayAfter(untilDay), '00:00'),
    }),
  )
