import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { CoverRule } from './rule.contract.ts'
import { terms } from '#shared/week.ts'

export const gapStates = ['asking', 'nobody', 'taken', 'own', 'withdrawn'] as const
export const gapVerbs = ['assign', 'own', 'again', 'confirm', 'contest', 'withdraw'] as const
export const absenceReasons = ['病假', '事假', '公务', '培训', '其他'] as const

/** One lesson of one day that somebody else is to give, told as far as the reader may know. */
export const GapLine = z.object({
  id: z.string(),
  schoolId: z.number(),
  schoolName: z.string(),
  day: z.string(),
  period: z.number(),
  fromTime: z.string(),
  untilTime: z.string(),
  className: z.string(),
  subject: z.string(),
  /** Masked for those who may not see names. */
  absentName: z.string(),
  state: z.enum(gapStates),
  takenName: z.string().nullable(),
  takenSchool: z.string().nullable(),
  /** Of one taken: given, as the school said or nobody spoke against; or contested. */
  given: z.enum(['已确认', '有异议']).nullable(),
  /** How many were asked, and how many of them have not answered. */
  asked: z.number(),
  open: z.number(),
  can: z.array(z.enum(gapVerbs)),
})
export type GapLine = z.infer<typeof GapLine>

/** Somebody of the cluster, with why at this place or why not. */
const Person = z.object({
  teacherId: z.string(),
  name: z.string(),
  schoolName: z.string(),
  why: z.string(),
})

export const Gap = GapLine.extend({
  absenceId: z.string(),
  sample: z.boolean(),
  /** 缺课 for those who are not to know. */
  reason: z.string(),
  note: z.string().nullable(),
  contest: z.string().nullable(),
  rule: CoverRule,
  asks: z.array(
    Person.extend({
      state: z.enum(['waiting', 'asked', 'yes', 'no', 'late', 'gone']),
      dueAt: z.string().nullable(),
      answeredAt: z.string().nullable(),
    }),
  ),
  /** Who could come, the best first; `reachable`: there is an account to ask. */
  ranked: z.array(Person.extend({ reachable: z.boolean() })),
  /** Everybody else; whoever is free may be asked by hand. */
  out: z.array(Person.extend({ mayAssign: z.boolean() })),
})
export type Gap = z.infer<typeof Gap>

const day = z.iso.date('请填写日期，如 2026-09-01')
const one = z.object({ gapId: z.uuid() })

export const gapApi = {
  /** A cluster's or a school's week: what is open, by state; and who has a timetable. */
  board: get('/api/units/:unitId/cover', {
    title: '代课与兼课',
    params: z.object({ unitId }),
    query: z.object({ day: day.optional() }),
    reply: z.object({
      monday: z.string(),
      today: z.string(),
      schoolYear: z.number(),
      term: z.enum(terms),
      gaps: z.array(GapLine),
      schools: z.array(
        z.object({ schoolId: z.number(), schoolName: z.string(), lessons: z.number(), fromDay: z.string().nullable() }),
      ),
      rule: CoverRule,
      /** The reader's own school, where the reader is a teacher of the register. */
      ownSchoolId: z.number().nullable(),
      can: z.array(z.enum(['rule', 'report', 'post'])),
    }),
  }),
  read: get('/api/gaps/:gapId', { title: '一节缺课', params: one, reply: Gap }),
  assign: post('/api/gaps/:gapId/assign', {
    title: '指定代课教师',
    params: one,
    body: z.object({ teacherId: z.uuid('请选择教师') }),
    reply: z.object({ name: z.string() }),
  }),
  own: post('/api/gaps/:gapId/own', {
    title: '本校自行安排缺课',
    params: one,
    body: z.object({ note: z.string().trim().max(100, '不能超过 100 个字').optional() }),
    reply: z.object({}),
  }),
  again: post('/api/gaps/:gapId/again', {
    title: '再问一遍代课',
    params: one,
    reply: z.object({ asked: z.number() }),
  }),
}
