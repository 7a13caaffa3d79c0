import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'
import { day, Decided, postVerbs, words } from './post.contract.ts'
import { applicationStatuses, decisions, quotaTitles, results } from './quota.rules.ts'

export const Grant = z.object({
  id: z.string(),
  n: z.number(),
  number: z.string(),
  givenOn: z.string(),
  words: z.string().nullable(),
})

export const Quota = z.object({
  id: z.string(),
  title: z.enum(quotaTitles),
  granted: z.number(),
  allotted: z.number(),
  /** Of those who got one: who passed in the end, and who did not. */
  passed: z.number(),
  failed: z.number(),
  grants: z.array(Grant),
})
export type Quota = z.infer<typeof Quota>

export const ApplicationStep = z.object({
  what: z.string(),
  words: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedOn: z.string().nullable(),
  at: z.string(),
  byName: z.string(),
})

export const Application = z.object({
  id: z.string(),
  quotaId: z.string(),
  title: z.enum(quotaTitles),
  schoolId: z.number(),
  schoolName: z.string(),
  teacherId: z.string(),
  name: z.string(),
  masked: z.boolean(),
  /** For those who see the name. */
  reasons: z.string().nullable(),
  serviceYears: z.number(),
  status: z.enum(applicationStatuses),
  result: z.enum(results).nullable(),
  steps: z.array(ApplicationStep),
  can: z.array(z.enum([...decisions, 'result', 'withdraw'])),
})
export type Application = z.infer<typeof Application>

export const TitleCandidate = z.object({
  teacherId: z.string(),
  name: z.string(),
  staffNo: z.string(),
  subject: z.string().nullable(),
  level: z.string().nullable(),
  serviceYears: z.number(),
  /** What is on file for the candidate, in words. */
  reasons: z.string(),
})
export type TitleCandidate = z.infer<typeof TitleCandidate>

export const NewGrant = z.object({
  title: z.enum(quotaTitles, '请选择职称'),
  n: z.number('请填写名额数').int('请填写整数').min(-999, '不能小于 -999').max(999, '不能大于 999'),
  number: z.string('请填写文号').trim().min(2, '请填写文号').max(60, '文号不能超过 60 个字'),
  givenOn: day,
  words,
})
export const NewApplication = z.object({
  teacherId: z.uuid('请选择教师'),
  reasons: z.string('请写明理由').trim().min(2, '请写明理由').max(500, '理由不能超过 500 个字'),
})
export const AllotDecision = Decided.extend({ kind: z.enum(decisions) })
export const Withdrawal = z.object({
  why: z.string('请写明撤回的原因').trim().min(2, '请写明撤回的原因').max(200, '原因不能超过 200 个字'),
})
export const Outcome = z.object({ result: z.enum(results, '请选择结果'), on: day })

const ofUnit = z.object({ unitId })
const one = z.object({ applicationId: z.uuid() })

export const quotaApi = {
  list: get('/api/units/:unitId/title-quotas', {
    title: '高级职称申报名额',
    params: ofUnit,
    query: z.object({ year: schoolYear }),
    reply: z.object({
      quotas: z.array(Quota),
      applications: z.array(Application),
      /** The schools that the reader speaks for. */
      schools: z.array(z.object({ id: z.number(), name: z.string() })),
      can: z.array(z.enum(postVerbs)),
    }),
  }),
  grant: post('/api/units/:unitId/title-quotas', {
    title: '登记区里下达的职称名额',
    params: ofUnit,
    body: NewGrant.extend({ year: schoolYear }),
    reply: z.object({ granted: z.number() }),
  }),
  candidates: get('/api/title-quotas/:quotaId/candidates', {
    title: '可以申报职称的教师',
    params: z.object({ quotaId: z.uuid() }),
    query: z.object({ schoolId: unitId }),
    reply: z.object({ candidates: z.array(TitleCandidate) }),
  }),
  apply: post('/api/title-quotas/:quotaId/applications', {
    title: '申报职称名额',
    params: z.object({ quotaId: z.uuid() }),
    body: NewApplication.extend({ schoolId: unitId }),
    reply: z.object({ id: z.string() }),
  }),
  decide: post('/api/title-applications/:applicationId/decision', {
    title: '决定职称名额',
    params: one,
    body: AllotDecision,
    reply: z.object({ granted: z.number(), allotted: z.number() }),
  }),
  withdraw: post('/api/title-applications/:applicationId/withdrawal', {
    title: '撤回职称申报',
    params: one,
    body: Withdrawal,
    reply: z.object({}),
  }),
  result: post('/api/title-applications/:applicationId/result', {
    title: '登记职称评审结果',
    params: one,
    body: Outcome,
    reply: z.object({}),
  }),
  export: get('/api/units/:unitId/title-quotas.xlsx', {
    title: '导出高级职称申报名额',
    params: ofUnit,
    query: z.object({ year: schoolYear }),
    reply: z.any(),
  }),
}
