import { z } from 'zod'
import { del, get, post } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'
import { poolStatuses, taskKinds } from './pool.rules.ts'
import { day, Decided, postVerbs, words } from './post.contract.ts'

export const PoolTask = z.object({
  id: z.string(),
  kind: z.enum(taskKinds),
  what: z.string(),
  fromDay: z.string(),
  untilDay: z.string().nullable(),
})
export type PoolTask = z.infer<typeof PoolTask>

/** One who was proposed, is or was in the pool. */
export const PoolMember = z.object({
  id: z.string(),
  teacherId: z.string(),
  name: z.string(),
  masked: z.boolean(),
  schoolId: z.number(),
  schoolName: z.string(),
  stage: z.string().nullable(),
  subject: z.string().nullable(),
  level: z.string().nullable(),
  status: z.enum(poolStatuses),
  proposedOn: z.string(),
  /** What a person said or did is told to those who see the name. */
  proposedBy: z.string().nullable(),
  proposedWords: z.string().nullable(),
  decidedOn: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedWords: z.string().nullable(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  /** The term is over and nobody has said that they left. */
  over: z.boolean(),
  leftOn: z.string().nullable(),
  leftWhy: z.string().nullable(),
  tasks: z.array(PoolTask),
  can: z.array(z.enum(['decide', 'leave', 'task'])),
})
export type PoolMember = z.infer<typeof PoolMember>

export const PoolCandidate = z.object({
  teacherId: z.string(),
  name: z.string(),
  staffNo: z.string(),
  schoolId: z.number(),
  schoolName: z.string(),
  stage: z.string().nullable(),
  subject: z.string().nullable(),
  title: z.string().nullable(),
  level: z.string().nullable(),
})
export type PoolCandidate = z.infer<typeof PoolCandidate>

export const Decision = Decided.extend({
  accept: z.boolean(),
  since: day,
  until: day.optional(),
})
export const Leaving = z.object({
  on: day,
  why: z.string('请写明出池的原因').trim().min(2, '请写明出池的原因').max(200, '原因不能超过 200 个字'),
})
export const NewTask = z.object({
  kind: z.enum(taskKinds, '请选择任务类型'),
  what: z.string('请写明任务').trim().min(2, '请写明任务').max(100, '任务不能超过 100 个字'),
  fromDay: day,
  untilDay: day.optional(),
})

const ofUnit = z.object({ unitId })
const ofMember = z.object({ memberId: z.uuid() })

export const poolApi = {
  list: get('/api/units/:unitId/pool', {
    title: '骨干教师蓄水池',
    params: ofUnit,
    query: z.object({ year: schoolYear }),
    reply: z.object({ members: z.array(PoolMember), can: z.array(z.enum(postVerbs)) }),
  }),
  /** Who may be proposed: of the own schools the backbone teachers, or with `q` any teacher of that name. */
  candidates: get('/api/units/:unitId/pool/candidates', {
    title: '可以推荐入池的教师',
    params: ofUnit,
    query: z.object({ year: schoolYear, q: z.string().trim().max(50).optional() }),
    reply: z.object({ candidates: z.array(PoolCandidate) }),
  }),
  propose: post('/api/units/:unitId/pool', {
    title: '推荐骨干教师入池',
    params: ofUnit,
    body: z.object({
      year: schoolYear,
      teacherIds: z.array(z.uuid()).min(1, '请选择教师').max(500, '一次最多推荐 500 人'),
      words,
    }),
    /** `already`: those who are in the pool or wait for a decision. */
    reply: z.object({ proposed: z.number(), already: z.number() }),
  }),
  decide: post('/api/units/:unitId/pool/decisions', {
    title: '决定骨干教师入池',
    params: ofUnit,
    body: Decision.extend({ memberIds: z.array(z.uuid()).min(1, '请选择教师').max(500) }),
    reply: z.object({ decided: z.number() }),
  }),
  leave: post('/api/pool-members/:memberId/leave', {
    title: '登记骨干教师出池',
    params: ofMember,
    body: Leaving,
    reply: z.object({}),
  }),
  addTask: post('/api/pool-members/:memberId/tasks', {
    title: '登记蓄水池教师承担的任务',
    params: ofMember,
    body: NewTask,
    reply: z.object({ id: z.string() }),
  }),
  removeTask: del('/api/pool-tasks/:taskId', {
    title: '删去蓄水池教师承担的任务',
    params: z.object({ taskId: z.uuid() }),
    reply: z.object({}),
  }),
  export: get('/api/units/:unitId/pool.xlsx', {
    title: '导出骨干教师蓄水池',
    params: ofUnit,
    query: z.object({ year: schoolYear }),
    reply: z.any(),
  }),
}
