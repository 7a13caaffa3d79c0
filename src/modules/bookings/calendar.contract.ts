import { z } from 'zod'
import { calendarPath } from '#shared/calendar-address.ts'
import { get } from '#shared/endpoint.ts'
import { Spot } from '#shared/spot.ts'

/** What a calendar is about: 'person', 'school', 'cluster', or a thing that a module gives a calendar to. */
export const calendarAbout = z.string().regex(/^[a-z-]{1,20}$/, '没有这样的日历')

/** What is ahead of a person: a span of time, or a day. */
export const OwnEntry = z.object({
  id: z.string(),
  title: z.string(),
  place: z.string(),
  /** Where one goes for it, if that is known. */
  spot: Spot.nullable(),
  day: z.string().nullable(),
  fromAt: z.string().nullable(),
  untilAt: z.string().nullable(),
  /** By that day something is to be done. */
  isDue: z.boolean(),
})
export type OwnEntry = z.infer<typeof OwnEntry>

export const calendarApi = {
  mine: get('/api/my/calendar', { title: '我的日历', reply: z.object({ entries: z.array(OwnEntry) }) }),
  /** Once, as a file; who wants it kept up to date subscribes to it. */
  read: get(calendarPath, {
    title: '下载日历',
    params: z.object({ about: calendarAbout, subjectId: z.string().max(40) }),
    reply: z.any(),
  }),
}
