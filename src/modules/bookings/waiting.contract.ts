import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { Request } from './booking.contract.ts'

export const waitingStatuses = ['候补', '已递补', '已退出', '已过期'] as const

/** Somebody's place in the line for a time that is taken. */
export const Waiting = z.object({
  id: z.string(),
  venueId: z.string(),
  venue: z.string(),
  provider: z.string(),
  day: z.string(),
  from: z.string(),
  until: z.string(),
  /** The group from outside that it is for; '' for a school. */
  guest: z.string(),
  purpose: z.string(),
  headCount: z.number(),
  status: z.enum(waitingStatuses),
  /** How many stood there before, for a time that meets this one. */
  before: z.number(),
  bookingId: z.string().nullable(),
})
export type Waiting = z.infer<typeof Waiting>

export const waitingApi = {
  /** Waits for one venue at one time: what a request asks, without a series. */
  join: post('/api/units/:unitId/waiting', {
    title: '登记候补',
    params: z.object({ unitId }),
    body: Request,
    reply: Waiting,
  }),
  mine: get('/api/my/waiting', { title: '我的候补', reply: z.object({ waiting: z.array(Waiting) }) }),
  leave: post('/api/waiting/:waitingId/leave', {
    title: '退出候补',
    params: z.object({ waitingId: z.uuid() }),
    reply: z.object({}),
  }),
}
