import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { lines } from './line.contract.ts'

export const applicationStates = ['待评选', '入选', '未入选', '已撤回'] as const
export const results = ['入选', '未入选'] as const

const day = z.iso.date('请填写日期，如 2023-09-01')

export const CallFields = z.object({
  line: z.enum(lines, '请选择类型'),
  title: z.string('请填写名称').trim().min(2, '请填写名称，如2023学年名师工作室遴选').max(60, '名称不能超过 60 个字'),
  places: z.coerce.number('请填写名额').int('名额是整数').min(1, '至少 1 个名额').max(99, '名额最多 99 个'),
  from: day,
  until: day,
  conditions: z.string().trim().max(2000, '条件不能超过 2000 个字').default(''),
})

export const NewApplication = z.object({
  name: z.string('请填写名称').trim().min(2, '请填写工作室的名称').max(40, '名称不能超过 40 个字'),
  field: z.string('请填写学科或领域').trim().min(1, '请填写学科或领域').max(20, '学科不能超过 20 个字'),
  host: z.string('请填写主持人').trim().min(1, '请填写主持人的姓名或工号').max(40, '姓名不能超过 40 个字'),
  schoolId: z.coerce.number('请选择学校').int(),
  plan: z.string('请填写计划').trim().min(10, '计划至少写 10 个字').max(4000, '计划不能超过 4000 个字'),
})

export const Decision = z.object({
  result: z.enum(results, '请选择结果'),
  why: z.string('请填写理由').trim().min(2, '请填写理由').max(500, '理由不能超过 500 个字'),
  /** Of a chosen one: how long the studio works. */
  from: day.optional(),
  until: day.optional(),
})

export const StudioCall = z.object({
  id: z.string(),
  line: z.enum(lines),
  title: z.string(),
  places: z.number(),
  from: z.string(),
  until: z.string(),
  conditions: z.string(),
  applications: z.number(),
  waiting: z.number(),
  chosen: z.number(),
  isOpen: z.boolean(),
})
export type StudioCall = z.infer<typeof StudioCall>

export const Application = z.object({
  id: z.string(),
  name: z.string(),
  field: z.string(),
  host: z.string(),
  school: z.string(),
  plan: z.string(),
  status: z.enum(applicationStates),
  writtenAt: z.string(),
  decidedOn: z.string().nullable(),
  why: z.string().nullable(),
  studioId: z.string().nullable(),
  can: z.array(z.enum(['decide', 'withdraw'])),
})
export type Application = z.infer<typeof Application>

const ofCall = z.object({ callId: z.uuid() })
const ofApplication = z.object({ applicationId: z.uuid() })

export const callApi = {
  add: post('/api/units/:unitId/studio-calls', {
    title: '发起工作室遴选',
    params: z.object({ unitId }),
    body: CallFields,
    reply: z.object({ id: z.string() }),
  }),
  /** With those applications that the reader may read: the office all, a school's head those of the school, a host the own. */
  read: get('/api/studio-calls/:callId', {
    title: '一次工作室遴选',
    params: ofCall,
    reply: z.object({
      unitId: z.number(),
      unit: z.string(),
      sample: z.boolean(),
      call: StudioCall,
      applications: z.array(Application),
      /** For which schools the reader may apply. */
      schools: z.array(z.object({ id: z.number(), name: z.string() })),
      /** The name of the teacher who the reader is, to be filled in. */
      self: z.string().nullable(),
    }),
  }),
  apply: post('/api/studio-calls/:callId/applications', {
    title: '申报工作室',
    params: ofCall,
    body: NewApplication,
    reply: z.object({ id: z.string() }),
  }),
  decide: post('/api/studio-applications/:applicationId/decision', {
    title: '评选工作室申报',
    params: ofApplication,
    body: Decision,
    reply: z.object({ studioId: z.string().nullable() }),
  }),
  withdraw: post('/api/studio-applications/:applicationId/withdrawal', {
    title: '撤回工作室申报',
    params: ofApplication,
    reply: z.object({}),
  }),
}
