import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { PlanShown } from './plan.contract.ts'

/** A course that a cluster declared, as the district reads it. */
export const Declared = z.object({
  id: z.string(),
  courseId: z.string(),
  title: z.string(),
  field: z.string(),
  unitName: z.string(),
  state: z.enum(['已申报', '已认定', '已退回']),
  hours: z.number(),
  /** What the whole of it gives. */
  credits: z.number(),
  people: z.number(),
  declaredAt: z.string(),
  declaredBy: z.string(),
  countsAs: z.string().nullable(),
  reason: z.string().nullable(),
  number: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** What documents say about the tier of this cluster's courses. */
  clauses: z.array(z.object({ name: z.string(), clause: z.string(), words: z.string(), meaning: z.string() })),
  can: z.array(z.enum(['decide'])),
})
export type Declared = z.infer<typeof Declared>

const reason = z.string('请写明理由').trim().min(2, '请写明理由').max(300, '理由不能超过 300 个字')

/** How the district recognises a course. */
export const Recognition = z.object({
  countsAs: z.string('请选择认定为哪一级').min(1, '请选择认定为哪一级'),
  reason,
  number: z.string('请填写文号').trim().min(2, '请填写文号').max(60, '文号不能超过 60 个字'),
})
export const Return = z.object({ reason })

export const declarationApi = {
  list: get('/api/units/:unitId/training-declarations', {
    title: '学区集团研修课程的认定',
    params: z.object({ unitId }),
    reply: z.object({ declarations: z.array(Declared), plan: PlanShown.nullable() }),
  }),
  recognise: post('/api/training-declarations/:declarationId/recognition', {
    title: '认定学区集团研修课程',
    params: z.object({ declarationId: z.uuid() }),
    body: Recognition,
    reply: z.object({ people: z.number() }),
  }),
  giveBack: post('/api/training-declarations/:declarationId/return', {
    title: '退回研修课程的申报',
    params: z.object({ declarationId: z.uuid() }),
    body: Return,
    reply: z.object({}),
  }),
}
