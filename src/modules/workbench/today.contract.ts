import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import { NoticeLine } from './notice.contract.ts'

export const TodoLine = z.object({
  key: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
  unitId: z.number(),
  unitName: z.string(),
  due: z.string().nullable(),
  /** For how many days it has been late; 0: it is not. */
  lateDays: z.number(),
  to: z.string(),
})
export type TodoLine = z.infer<typeof TodoLine>

/** What waits in one matter: 台账报送. */
export const TodoGroup = z.object({ name: z.string(), title: z.string(), todos: z.array(TodoLine) })
export type TodoGroup = z.infer<typeof TodoGroup>

export const todayApi = {
  /** What waits for the person, the late first; and what they were told and have not read. */
  read: get('/api/today', {
    title: '今日',
    reply: z.object({
      today: z.string(),
      groups: z.array(TodoGroup),
      /** The latest ones, those not read first. */
      notices: z.array(NoticeLine),
      unread: z.number(),
    }),
  }),
}
