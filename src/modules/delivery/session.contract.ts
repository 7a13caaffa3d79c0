import { z } from 'zod'
import { post } from '#shared/endpoint.ts'

export const sessionStates = ['待上', '已上', '未上'] as const
export type SessionState = (typeof sessionStates)[number]

const Present = z.object({
  schoolId: z.number().int(),
  people: z.number('请填写人数').int('人数应是整数').min(0, '人数不能小于 0').max(5000, '人数不能超过 5000'),
})
export type Present = z.infer<typeof Present>

export const SessionLine = z.object({
  id: z.string(),
  day: z.string(),
  from: z.string(),
  until: z.string(),
  schoolId: z.number(),
  school: z.string(),
  /** 体育馆, 二楼音乐教室 */
  room: z.string(),
  /** What became of its booking, where a venue is booked. */
  booking: z.enum(['待审', '已定', '已谢绝', '已取消', '未到', '已用']).nullable(),
  state: z.enum(sessionStates),
  why: z.string(),
  present: z.array(Present.extend({ school: z.string() })),
  /** It has begun: one can say that it was held. */
  begun: z.boolean(),
})
export type SessionLine = z.infer<typeof SessionLine>

const ofSession = z.object({ offeringId: z.uuid(), sessionId: z.uuid() })

export const sessionApi = {
  /** Held, with how many were there; left out: all who are enrolled. */
  held: post('/api/offerings/:offeringId/sessions/:sessionId/held', {
    title: '登记已上',
    params: ofSession,
    body: z.object({ present: z.array(Present).max(60).optional() }),
    reply: z.object({ people: z.number() }),
  }),
  fellOut: post('/api/offerings/:offeringId/sessions/:sessionId/fell-out', {
    title: '登记未上',
    params: ofSession,
    body: z.object({ why: z.string('请填写原因').trim().min(1, '请填写原因').max(100, '原因不能超过 100 个字') }),
    reply: z.object({}),
  }),
}
