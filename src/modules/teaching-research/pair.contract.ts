import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'
import { Person } from './union.contract.ts'

export const entryKinds = ['活动', '学期小结'] as const
export const pairStates = ['进行中', '等待签认', '已签认', '已结束'] as const
export const pairVerbs = ['meet', 'report', 'sign', 'end'] as const

const day = z.iso.date('请填写日期，如 2023-09-01')
const call = (why: string) => z.string(why).trim().min(1, why).max(40, '姓名不能超过 40 个字')

export const NewPair = z.object({
  mentor: call('请填写导师的姓名或工号'),
  mentee: call('请填写学员的姓名或工号'),
  subject: z.string('请填写学科').trim().min(1, '请填写学科').max(20, '学科不能超过 20 个字'),
  goals: z.string('请填写目标').trim().min(5, '目标至少写 5 个字').max(1000, '目标不能超过 1000 个字'),
  from: day,
  until: day,
})
export const NewEntry = z.object({
  on: day,
  words: z.string('请填写内容').trim().min(5, '内容至少写 5 个字').max(2000, '内容不能超过 2000 个字'),
})
export const Ending = z.object({
  on: day,
  why: z.string('请填写原因').trim().min(2, '请填写原因').max(200, '原因不能超过 200 个字'),
})

export const PairLine = z.object({
  id: z.string(),
  year: z.number(),
  mentor: Person,
  mentee: Person,
  subject: z.string(),
  from: z.string(),
  until: z.string(),
  state: z.enum(pairStates),
  meetings: z.number(),
  reports: z.number(),
})
export type PairLine = z.infer<typeof PairLine>

export const Pair = PairLine.extend({
  unitId: z.number(),
  unit: z.string(),
  sample: z.boolean(),
  goals: z.string(),
  entries: z.array(z.object({ id: z.string(), kind: z.enum(entryKinds), on: z.string(), words: z.string() })),
  mentorSignedOn: z.string().nullable(),
  menteeSignedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  endedWhy: z.string().nullable(),
  can: z.array(z.enum(pairVerbs)),
})
export type Pair = z.infer<typeof Pair>

const ofUnit = z.object({ unitId })
const ofPair = z.object({ pairId: z.uuid() })
const done = z.object({})

export const pairApi = {
  /** Those that the reader may open: the office all, a school's head those of the school, a teacher the own. */
  list: get('/api/units/:unitId/mentoring-pairs', {
    title: '跨校带教',
    params: ofUnit,
    query: z.object({ year: schoolYear }),
    reply: z.object({ pairs: z.array(PairLine), can: z.array(z.enum(['keep'])) }),
  }),
  add: post('/api/units/:unitId/mentoring-pairs', {
    title: '登记跨校带教',
    params: ofUnit,
    body: NewPair.extend({ year: schoolYear }),
    reply: z.object({ id: z.string() }),
  }),
  read: get('/api/mentoring-pairs/:pairId', { title: '一对跨校带教', params: ofPair, reply: Pair }),
  meet: post('/api/mentoring-pairs/:pairId/meetings', { title: '记一次带教活动', params: ofPair, body: NewEntry, reply: done }), // prettier-ignore
  report: post('/api/mentoring-pairs/:pairId/reports', { title: '写带教学期小结', params: ofPair, body: NewEntry, reply: done }), // prettier-ignore
  /** For the school, or both, that the person heads. */
  sign: post('/api/mentoring-pairs/:pairId/sign-offs', { title: '签认跨校带教', params: ofPair, reply: done }),
  end: post('/api/mentoring-pairs/:pairId/end', { title: '结束跨校带教', params: ofPair, body: Ending, reply: done }),
}
