import { z } from 'zod'
import { post } from '#shared/endpoint.ts'
import { schoolYear } from '#modules/organizations/unit.contract.ts'
import { forms } from './event-line.contract.ts'

export const planStates = ['待确认', '已确认', '已安排', '已开展', '未开展'] as const

export const PlanFields = z.object({
  month: z.coerce.number('请选择月份').int().min(1, '请选择月份').max(12, '请选择月份'),
  form: z.enum(forms, '请选择形式'),
  theme: z.string('请填写主题').trim().min(2, '请填写主题').max(100, '主题不能超过 100 个字'),
  hostId: z.coerce.number('请选择主办学校').int(),
  /** Who does what, in the union's words. */
  words: z.string().trim().max(200, '分工不能超过 200 个字').default(''),
})

export const PlanLine = z.object({
  id: z.string(),
  month: z.number(),
  form: z.enum(forms),
  theme: z.string(),
  hostId: z.number(),
  host: z.string(),
  words: z.string(),
  state: z.enum(planStates),
  confirmedOn: z.string().nullable(),
  eventId: z.string().nullable(),
  can: z.array(z.enum(['drop', 'arrange'])),
})
export type PlanLine = z.infer<typeof PlanLine>

const ofUnion = z.object({ unionId: z.uuid() })
const year = z.object({ year: schoolYear })

export const planApi = {
  add: post('/api/unions/:unionId/plan-lines', {
    title: '写入联合体年度计划',
    params: ofUnion,
    body: PlanFields.extend({ year: schoolYear }),
    reply: z.object({ id: z.string() }),
  }),
  drop: post('/api/plan-lines/:lineId/drop', {
    title: '删去联合体年度计划的一项',
    params: z.object({ lineId: z.uuid() }),
    reply: z.object({}),
  }),
  /** All lines of the year that wait. */
  confirm: post('/api/unions/:unionId/plan-confirmation', {
    title: '确认联合体年度计划',
    params: ofUnion,
    body: year,
    reply: z.object({ confirmed: z.number() }),
  }),
}
