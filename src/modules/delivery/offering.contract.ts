import { z } from 'zod'
import { del, get, patch, post } from '#shared/endpoint.ts'
import { terms } from '#shared/week.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { Enrolled } from './enrolment.contract.ts'
import { SessionLine } from './session.contract.ts'

export const modes = ['教师走教', '学生走校', '信息化同步教学'] as const
export type Mode = (typeof modes)[number]
export const stages = ['学前', '小学', '初中', '高中', '中职', '长者'] as const
export const states = ['草稿', '已发布', '已结课', '已撤回'] as const
export type OfferingState = (typeof states)[number]

const day = z.iso.date('请填写日期，如 2026-09-01')
const clock = z.string('请填写时间，如 15:30').regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请填写时间，如 15:30')
const people = (what: string) =>
  z.number(`请填写${what}`).int(`${what}应是整数`).min(1, `${what}至少 1 人`).max(5000, `${what}不能超过 5000 人`)

/** A time of every week, from its first day to its last; a single one where both are the same. */
export const Slot = z.object({
  fromDay: day,
  untilDay: day,
  /** Days left out by choice. */
  skip: z.array(day).max(60, '最多去掉 60 天').default([]),
  fromTime: clock,
  untilTime: clock,
  /** The school at which it is. */
  schoolId: z.number('请选择上课学校').int(),
  /** A venue of that school that is booked; null: an ordinary room, told in `room`. */
  venueId: z.uuid().nullable().default(null),
  room: z.string().trim().max(40, '教室不能超过 40 个字').default(''),
})
export type Slot = z.output<typeof Slot>

export const Share = z.object({ schoolId: z.number('请选择学校').int(), places: people('名额') })
export type Share = z.infer<typeof Share>

export const OfferingFields = z.object({
  schoolId: z.number('请选择提供学校').int(),
  /** A course of the repository; its name, stage and subject are then those of it, where they are left out. */
  entryId: z.uuid().nullish(),
  course: z.string('请填写课程名称').trim().min(1, '请填写课程名称').max(60, '课程名称不能超过 60 个字'),
  stage: z.enum(stages, '请选择学段'),
  subject: z.string().trim().max(20, '学科不能超过 20 个字').default(''),
  mode: z.enum(modes, '请选择方式'),
  teacherIds: z.array(z.uuid()).min(1, '请选择任课教师').max(5, '最多选 5 位教师'),
  slots: z.array(Slot).min(1, '请至少填一个上课时间').max(20, '最多填 20 个上课时间'),
  places: people('总名额'),
  /** Which schools may enrol, how many pupils each; none: every member school, until the places are taken. */
  shares: z.array(Share).max(60).default([]),
  enrolUntil: day,
  about: z.string().trim().max(500, '说明不能超过 500 个字').default(''),
})
export type OfferingFields = z.output<typeof OfferingFields>

export const offeringVerbs = ['change', 'publish', 'drop', 'withdraw', 'say', 'complete', 'reopen', 'enrol'] as const
export type OfferingVerb = (typeof offeringVerbs)[number]

const School = z.object({ id: z.number(), name: z.string() })

export const OfferingLine = z.object({
  id: z.string(),
  course: z.string(),
  stage: z.string(),
  subject: z.string(),
  mode: z.enum(modes),
  state: z.enum(states),
  schoolId: z.number(),
  school: z.string(),
  year: z.number(),
  term: z.enum(terms),
  /** 周三 15:30–16:10，共 12 次 */
  when: z.string(),
  places: z.number(),
  taken: z.number(),
  enrolUntil: z.string(),
  /** How the reader's schools have to do with it. */
  mine: z.enum(['gives', 'receives']).nullable(),
})
export type OfferingLine = z.infer<typeof OfferingLine>

export const Offering = OfferingLine.extend({
  unitId: z.number(),
  sample: z.boolean(),
  unit: z.string(),
  entryId: z.string().nullable(),
  about: z.string(),
  why: z.string(),
  completedAt: z.string().nullable(),
  lecturers: z.array(z.object({ teacherId: z.string(), name: z.string() })),
  slots: z.array(Slot.extend({ school: z.string(), venue: z.string().nullable() })),
  shares: z.array(Share.extend({ school: z.string(), taken: z.number() })),
  enrolled: z.array(Enrolled),
  sessions: z.array(SessionLine),
  /** For which schools the reader may enrol, with how many places they have. */
  enrolFor: z.array(School.extend({ left: z.number() })),
  /** Pupils who benefit as it counts: known once it is over. */
  benefiting: z.number().nullable(),
  can: z.array(z.enum(offeringVerbs)),
})
export type Offering = z.infer<typeof Offering>

const ofUnit = z.object({ unitId })
export const ofOffering = z.object({ offeringId: z.uuid() })
const done = z.object({})

export const offeringApi = {
  list: get('/api/units/:unitId/offerings', {
    title: '共享授课',
    params: ofUnit,
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    reply: z.object({ year: z.number(), offerings: z.array(OfferingLine), can: z.array(z.enum(['write'])) }),
  }),
  /** What a form needs: for which schools one writes, and of the one that gives it the teachers and courses. */
  choices: get('/api/units/:unitId/offering-choices', {
    title: '共享授课可选的学校、教师和课程',
    params: ofUnit,
    query: z.object({ schoolId: z.coerce.number().int().optional() }),
    reply: z.object({
      schools: z.array(School),
      members: z.array(School),
      schoolId: z.number().nullable(),
      teachers: z.array(z.object({ teacherId: z.string(), name: z.string(), subject: z.string().nullable() })),
      entries: z.array(z.object({ id: z.string(), name: z.string(), stages: z.array(z.string()), subject: z.string().nullable() })), // prettier-ignore
      venues: z.array(z.object({ id: z.string(), name: z.string(), schoolId: z.number(), capacity: z.number() })),
      term: z.object({ from: z.string(), until: z.string() }),
    }),
  }),
  write: post('/api/units/:unitId/offerings', {
    title: '新增共享授课',
    params: ofUnit,
    body: OfferingFields,
    reply: z.object({ id: z.string() }),
  }),
  read: get('/api/offerings/:offeringId', { title: '一门共享授课', params: ofOffering, reply: Offering }),
  change: patch('/api/offerings/:offeringId', {
    title: '修改共享授课',
    params: ofOffering,
    body: OfferingFields,
    reply: done,
  }),
  drop: del('/api/offerings/:offeringId', { title: '删除共享授课草稿', params: ofOffering, reply: done }),
  publish: post('/api/offerings/:offeringId/publish', {
    title: '发布共享授课',
    params: ofOffering,
    reply: z.object({ sessions: z.number(), waiting: z.number() }),
  }),
  withdraw: post('/api/offerings/:offeringId/withdraw', {
    title: '撤回共享授课',
    params: ofOffering,
    body: z.object({ why: z.string('请填写原因').trim().min(1, '请填写原因').max(200, '原因不能超过 200 个字') }),
    reply: done,
  }),
  complete: post('/api/offerings/:offeringId/complete', {
    title: '共享授课结课',
    params: ofOffering,
    reply: z.object({ benefiting: z.number() }),
  }),
  reopen: post('/api/offerings/:offeringId/reopen', { title: '撤回结课', params: ofOffering, reply: done }),
}
