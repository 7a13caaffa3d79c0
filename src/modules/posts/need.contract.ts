import { z } from 'zod'
import { del, get, patch, post } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'
import { needStatuses } from './need.rules.ts'
import { day, postVerbs, stageName, subjectName } from './post.contract.ts'

export const Need = z.object({
  id: z.string(),
  schoolId: z.number(),
  schoolName: z.string(),
  stage: z.string(),
  subject: z.string(),
  n: z.number(),
  requirement: z.string().nullable(),
  status: z.enum(needStatuses),
  addedBy: z.string(),
  reportedOn: z.string().nullable(),
  reportNumber: z.string().nullable(),
  hired: z.number().nullable(),
  closedOn: z.string().nullable(),
  can: z.array(z.enum(['edit', 'remove', 'close'])),
})
export type Need = z.infer<typeof Need>

export const Suggestion = z.object({
  schoolId: z.number(),
  schoolName: z.string(),
  stage: z.string(),
  subject: z.string(),
  n: z.number(),
})
export type Suggestion = z.infer<typeof Suggestion>

const people = z.number('请填写人数').int('请填写整数').min(1, '至少 1 人').max(999, '不能大于 999')
const requirement = z.string().trim().max(200, '要求不能超过 200 个字').optional()

export const NeedChange = z.object({ n: people, requirement })
export const NewNeed = NeedChange.extend({
  schoolId: z.coerce.number('请选择学校').int().min(1, '请选择学校'),
  stage: stageName,
  subject: subjectName,
})
export const Reporting = z.object({ on: day, number: z.string().trim().max(60, '文号不能超过 60 个字').optional() })
export const Closing = z.object({
  hired: z.number('请填写招到的人数').int('请填写整数').min(0, '不能小于 0').max(999, '不能大于 999'),
  on: day,
})

const ofUnit = z.object({ unitId })
const one = z.object({ needId: z.uuid() })

export const needApi = {
  list: get('/api/units/:unitId/recruitment', {
    title: '联合招聘需求',
    params: ofUnit,
    query: z.object({ year: schoolYear }),
    reply: z.object({
      needs: z.array(Need),
      /** Of the schools that the reader speaks for: what is lacking, met by no other school, and on no list. */
      suggestions: z.array(Suggestion),
      /** The schools that the reader speaks for. */
      schools: z.array(z.object({ id: z.number(), name: z.string() })),
      can: z.array(z.enum(postVerbs)),
    }),
  }),
  add: post('/api/units/:unitId/recruitment', {
    title: '增加联合招聘需求',
    params: ofUnit,
    body: z.object({ year: schoolYear, needs: z.array(NewNeed).min(1, '请选择要增加的需求').max(300) }),
    reply: z.object({ added: z.number(), already: z.number() }),
  }),
  change: patch('/api/recruitment/:needId', {
    title: '修改联合招聘需求',
    params: one,
    body: NeedChange,
    reply: z.object({}),
  }),
  remove: del('/api/recruitment/:needId', { title: '删去联合招聘需求', params: one, reply: z.object({}) }),
  report: post('/api/units/:unitId/recruitment/report', {
    title: '联合招聘需求报区',
    params: ofUnit,
    body: Reporting.extend({ year: schoolYear }),
    reply: z.object({ needs: z.number(), people: z.number() }),
  }),
  close: post('/api/recruitment/:needId/result', {
    title: '登记联合招聘结果',
    params: one,
    body: Closing,
    reply: z.object({}),
  }),
  export: get('/api/units/:unitId/recruitment.xlsx', {
    title: '导出联合招聘需求',
    params: ofUnit,
    query: z.object({ year: schoolYear }),
    reply: z.any(),
  }),
}
