import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { duplicateSigns } from './duplicate.rules.ts'

/** One of two entries that may be one person, as the register has it last. */
export const Entry = z.object({
  teacherId: z.string(),
  staffNo: z.string(),
  name: z.string(),
  gender: z.string().nullable(),
  bornOn: z.string().nullable(),
  schoolId: z.number(),
  schoolName: z.string(),
  stage: z.string().nullable(),
  subject: z.string().nullable(),
  title: z.string().nullable(),
  backbone: z.string().nullable(),
  joinedOn: z.string().nullable(),
  years: z.array(z.number()),
})
export type Entry = z.infer<typeof Entry>

export const Pair = z.object({ signs: z.array(z.enum(duplicateSigns)), entries: z.array(Entry) })
export type Pair = z.infer<typeof Pair>

export const MergeLine = z.object({
  id: z.string(),
  keptTeacherId: z.string(),
  keptName: z.string(),
  goneName: z.string(),
  goneSchoolName: z.string(),
  mergedAt: z.string(),
  mergedBy: z.string(),
})
export type MergeLine = z.infer<typeof MergeLine>

export const duplicateApi = {
  /** Pairs of entries that may be one person, the surest first; only schools whose names the reader sees. */
  list: get('/api/units/:unitId/duplicates', {
    title: '可能重复的教师',
    params: z.object({ unitId }),
    reply: z.object({ pairs: z.array(Pair), total: z.number(), merges: z.array(MergeLine) }),
  }),
  /** The other entry becomes this one: its years, exemptions and facts of all modules. */
  merge: post('/api/teachers/:teacherId/merge', {
    title: '合并重复的教师',
    params: z.object({ teacherId: z.uuid() }),
    body: z.object({ goneId: z.uuid() }),
    reply: z.object({ mergeId: z.string(), years: z.number(), facts: z.number() }),
  }),
  undo: post('/api/teacher-merges/:mergeId/undo', {
    title: '撤销教师合并',
    params: z.object({ mergeId: z.uuid() }),
    reply: z.object({}),
  }),
  distinct: post('/api/teachers/:teacherId/distinct', {
    title: '登记不是同一人',
    params: z.object({ teacherId: z.uuid() }),
    body: z.object({ otherId: z.uuid() }),
    reply: z.object({}),
  }),
}
