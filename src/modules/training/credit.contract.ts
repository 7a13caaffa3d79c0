import { z } from 'zod'
import { del, get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { CourseLine } from './course.contract.ts'
import { PlanShown } from './plan.contract.ts'

export const Cell = z.object({
  tier: z.string(),
  field: z.string(),
  have: z.number(),
  need: z.number(),
  missing: z.number(),
})
export type Cell = z.infer<typeof Cell>

export const Credit = z.object({
  id: z.string(),
  tier: z.string(),
  field: z.string(),
  credits: z.number(),
  earnedOn: z.string(),
  title: z.string(),
  evidence: z.string(),
  /** Of a course: by it the certificate is checked. */
  code: z.string().nullable(),
})
export type Credit = z.infer<typeof Credit>

/** How far a teacher is in the plan. */
export const Standing = z.object({
  plan: PlanShown,
  cells: z.array(Cell),
  /** All that was earned, and what of it counts towards the plan. */
  total: z.number(),
  counted: z.number(),
  /** What should be there by now, by the days of the plan that are over. */
  expected: z.number(),
  onTrack: z.boolean(),
})
export type Standing = z.infer<typeof Standing>

export const StaffStanding = z.object({
  teacherId: z.string(),
  staffNo: z.string(),
  name: z.string(),
  subject: z.string().nullable(),
  total: z.number(),
  counted: z.number(),
  onTrack: z.boolean(),
  cells: z.array(Cell),
})
export type StaffStanding = z.infer<typeof StaffStanding>

export const Entry = z.object({
  id: z.string(),
  name: z.string(),
  tier: z.string(),
  field: z.string(),
  credits: z.number(),
  earnedOn: z.string(),
  title: z.string(),
  evidence: z.string(),
  notedBy: z.string(),
})
export type Entry = z.infer<typeof Entry>

/** One credit earned elsewhere, as it is typed or pasted. */
export const NewEntry = z.object({
  staffNo: z.string('请填写工号').trim().min(1, '请填写工号').max(30),
  tier: z.string('请选择级别').trim().min(1, '请选择级别'),
  field: z.string('请选择内容').trim().min(1, '请选择内容'),
  credits: z.coerce.number('请填写学分').min(0.01, '学分大于 0').max(36, '一笔学分不超过 36'),
  earnedOn: z.iso.date('日期写作 2026-03-01'),
  title: z.string('请填写课程名称').trim().min(2, '请填写课程名称').max(80, '课程名称不能超过 80 个字'),
  evidence: z.string('请填写依据').trim().min(2, '请填写依据，如证书编号').max(100, '依据不能超过 100 个字'),
})
export type NewEntry = z.output<typeof NewEntry>

const ofSchool = z.object({ schoolId: unitId })

export const creditApi = {
  mine: get('/api/training/mine', {
    title: '我的研修学分',
    reply: z.object({
      /** Null where the account belongs to no teacher of the register. */
      name: z.string().nullable(),
      standing: Standing.nullable(),
      credits: z.array(Credit),
      /** The courses to come that fill a gap, the greatest first. */
      fillers: z.array(z.object({ course: CourseLine, tiers: z.array(z.string()), gap: z.number() })),
      taking: z.array(CourseLine),
    }),
  }),
  school: get('/api/schools/:schoolId/training-credits', {
    title: '本校教师的研修学分',
    params: ofSchool,
    reply: z.object({
      plan: PlanShown.nullable(),
      expected: z.number(),
      staff: z.array(StaffStanding),
      entries: z.array(Entry),
      can: z.array(z.enum(['enter'])),
    }),
  }),
  export: get('/api/schools/:schoolId/training-credits.xlsx', {
    title: '导出本校教师的研修学分',
    params: ofSchool,
    reply: z.any(),
  }),
  enter: post('/api/schools/:schoolId/training-credits', {
    title: '登记校外取得的研修学分',
    params: ofSchool,
    body: z.object({ lines: z.array(NewEntry).min(1, '没有可以登记的学分').max(500, '一次最多 500 条') }),
    reply: z.object({ entered: z.number() }),
  }),
  drop: del('/api/training-credits/:creditId', {
    title: '删去登记的研修学分',
    params: z.object({ creditId: z.uuid() }),
    reply: z.object({}),
  }),
  file: get('/api/training-credits/:creditId/certificate/:format', {
    title: '下载研修学分证明',
    params: z.object({ creditId: z.uuid(), format: z.enum(['pdf', 'docx']) }),
    reply: z.any(),
  }),
  verify: get('/api/open/training-credits/:code', {
    title: '查验研修学分证明',
    params: z.object({ code: z.string().max(200) }),
    reply: z.object({
      certificate: z
        .object({
          code: z.string(),
          name: z.string(),
          school: z.string(),
          title: z.string(),
          organiser: z.string(),
          tier: z.string(),
          field: z.string(),
          credits: z.number(),
          earnedOn: z.string(),
        })
        .nullable(),
    }),
  }),
}
