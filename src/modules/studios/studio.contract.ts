import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'
import { Member } from './member.contract.ts'
import { Appraisal, Rubric } from './appraisal.contract.ts'
import { Task } from './task.contract.ts'
import { StudioCall } from './call.contract.ts'
import { kinds, lines } from './line.contract.ts'

export const studioVerbs = ['keep', 'host', 'appraise'] as const

const day = z.iso.date('请填写日期，如 2023-09-01')
const name = z.string('请填写名称').trim().min(2, '请填写名称，如周明语文名师工作室').max(40, '名称不能超过 40 个字')
const field = z.string('请填写学科或领域').trim().min(1, '请填写学科或领域').max(20, '学科不能超过 20 个字')
const host = z.string('请填写主持人').trim().min(1, '请填写主持人的姓名或工号').max(40, '姓名不能超过 40 个字')
const school = z.coerce.number('请选择学校').int()
export const StudioFields = z.object({
  line: z.enum(lines, '请选择类型'),
  kind: z.enum(kinds, '请选择台账里的类别'),
  name,
  field,
  host,
  schoolId: school,
  about: z.string().trim().max(2000, '介绍不能超过 2000 个字').default(''),
  from: day,
  until: day,
})
export type StudioFields = z.output<typeof StudioFields>

export const Ending = z.object({
  on: day,
  why: z.string('请填写原因').trim().min(2, '请填写原因').max(200, '原因不能超过 200 个字'),
})

export const Host = z.object({ name: z.string(), masked: z.boolean(), schoolId: z.number(), school: z.string() })

export const StudioLine = z.object({
  id: z.string(),
  line: z.enum(lines),
  kind: z.enum(kinds),
  name: z.string(),
  field: z.string(),
  host: Host,
  from: z.string(),
  until: z.string(),
  endedOn: z.string().nullable(),
  /** Today, or when it ended. */
  members: z.number(),
  schools: z.number(),
  /** Of the year that was asked for. */
  tasks: z.number(),
  done: z.number(),
  late: z.number(),
})
export type StudioLine = z.infer<typeof StudioLine>

export const Studio = StudioLine.extend({
  unitId: z.number(),
  unit: z.string(),
  sample: z.boolean(),
  year: z.number(),
  years: z.array(z.number()),
  about: z.string(),
  endedWhy: z.string().nullable(),
  people: z.array(Member),
  plan: z.array(Task),
  /** Null for whoever may not read them. */
  appraisals: z.array(Appraisal).nullable(),
  rubric: Rubric.nullable(),
  can: z.array(z.enum(studioVerbs)),
})
export type Studio = z.infer<typeof Studio>

const ofUnit = z.object({ unitId })
export const ofStudio = z.object({ studioId: z.uuid() })
const year = z.object({ year: schoolYear })
const done = z.object({})

export const studioApi = {
  /** The studios that work in a school year, and the calls of the cluster. */
  list: get('/api/units/:unitId/studios', {
    title: '工作室',
    params: ofUnit,
    query: year,
    reply: z.object({ studios: z.array(StudioLine), calls: z.array(StudioCall), can: z.array(z.enum(['keep'])) }),
  }),
  add: post('/api/units/:unitId/studios', {
    title: '登记工作室',
    params: ofUnit,
    body: StudioFields,
    reply: z.object({ id: z.string() }),
  }),
  read: get('/api/studios/:studioId', { title: '一个工作室', params: ofStudio, query: year, reply: Studio }),
  change: post('/api/studios/:studioId', { title: '修改工作室', params: ofStudio, body: StudioFields, reply: done }),
  end: post('/api/studios/:studioId/end', { title: '结束工作室', params: ofStudio, body: Ending, reply: done }),
}
