import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { Adopted } from './adopted.contract.ts'
import { PlanFault } from './plan.contract.ts'

const day = z.iso.date('请填写日期，如 2023-09-01')
const emptyAsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const ifAny = <S extends z.ZodType>(schema: S) => z.preprocess(emptyAsNull, schema.nullable())
const term = z.coerce.number('请选择期限').int().min(1, '请选择期限').max(3, '期限最多 3 年')
const load = z.coerce.number('请填写工作量').int('请填写整数').min(1, '工作量从 1% 到 100%').max(100, '工作量从 1% 到 100%') // prettier-ignore
const lessons = ifAny(z.coerce.number('请填写节数').int('请填写整数').min(0).max(60, '每周课时不超过 60 节'))
export const Reason = z.string('请写明理由').trim().min(4, '请写明理由，至少 4 个字').max(200, '理由不能超过 200 个字')

/** What holds for everyone of a plan that becomes a batch. */
export const AdoptionFields = z.object({
  title: z.string('请填写批次名称').trim().min(1, '请填写批次名称').max(50, '批次名称不能超过 50 个字'),
  startOn: day,
  termYears: term,
  ftePercent: load,
  weeklyLessons: lessons,
  /** Left out: it stays a draft; else the schools are asked until that day. */
  until: ifAny(day),
  /** Why a plan that breaks rules is adopted all the same. */
  reason: Reason.optional(),
  /** Why it takes the place of the one that was adopted before. */
  instead: Reason.optional(),
})

/** What is otherwise for one teacher. */
export const Exception = z.object({
  teacherId: z.uuid(),
  /** Not in the batch at all. */
  leftOut: z.boolean().default(false),
  form: z.string().min(1).max(20).optional(),
  termYears: term.optional(),
  ftePercent: load.optional(),
  weeklyLessons: lessons.optional(),
})
export type Exception = z.infer<typeof Exception>

export const Adoption = AdoptionFields.extend({
  exceptions: z.array(Exception).max(5_000),
  /** The batch whose place it takes, as the page showed it. */
  insteadOf: z.uuid().optional(),
})
export type Adoption = z.infer<typeof Adoption>

export const ProposedMove = z.object({
  teacherId: z.string(),
  name: z.string(),
  fromSchool: z.string(),
  toSchool: z.string(),
  form: z.string(),
  groupNo: z.string().nullable(),
  /** Another school has this teacher already in that year. */
  taken: z.object({ school: z.string(), until: z.string() }).nullable(),
})
export type ProposedMove = z.infer<typeof ProposedMove>

const ofPlan = z.object({ planId: z.uuid() })

export const adoptApi = {
  /** What adopting a plan would make, filled in as far as it is known. */
  propose: get('/api/rotation-plans/:planId/adoption', {
    title: '采用轮岗方案之前',
    params: ofPlan,
    reply: z.object({
      title: z.string(),
      startOn: z.string(),
      termYears: z.number(),
      /** The document that asks for so long a term. */
      termRule: z.object({ name: z.string(), words: z.string() }).nullable(),
      until: z.string().nullable(),
      forms: z.array(z.string()),
      moves: z.array(ProposedMove),
      recalls: z.array(z.object({ teacherId: z.string(), name: z.string(), school: z.string() })),
      faults: z.array(PlanFault),
      isCurrent: z.boolean(),
      adopted: Adopted.nullable(),
    }),
  }),
  adopt: post('/api/rotation-plans/:planId/adoption', {
    title: '采用轮岗方案',
    params: ofPlan,
    body: Adoption,
    /** The schools where nobody has an account to be told by. */
    reply: z.object({ batchId: z.string(), unreached: z.array(z.string()) }),
  }),
}
