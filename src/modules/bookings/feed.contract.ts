import { z } from 'zod'
import { del, get, post } from '#shared/endpoint.ts'
import { calendarAbout } from './calendar.contract.ts'

/** A calendar that a person has subscribed to; its address is told once, when it is made. */
export const Feed = z.object({
  id: z.string(),
  about: calendarAbout,
  subjectId: z.string(),
  /** 我的日历, or the name of the school or venue. */
  name: z.string(),
  madeAt: z.string(),
})
export type Feed = z.infer<typeof Feed>

export const NewFeed = z.object({
  about: calendarAbout,
  /** The number of the school or cluster, the id of the thing; of a person nothing. */
  subjectId: z.string().max(40).default(''),
})
export type NewFeed = z.output<typeof NewFeed>

export const feedApi = {
  list: get('/api/my/feeds', { title: '日历订阅', reply: z.object({ feeds: z.array(Feed) }) }),
  /** Makes the address anew: one that was made before is no longer good. */
  make: post('/api/my/feeds', { title: '生成日历订阅地址', body: NewFeed, reply: z.object({ path: z.string() }) }),
  drop: del('/api/my/feeds/:feedId', {
    title: '停用日历订阅',
    params: z.object({ feedId: z.uuid() }),
    reply: z.object({}),
  }),
  /** Whoever has the address reads the calendar: calendar clients sign in nowhere. */
  read: get('/api/feeds/:token/calendar.ics', {
    title: '订阅的日历',
    params: z.object({ token: z.string().min(20).max(80) }),
    reply: z.any(),
  }),
}
