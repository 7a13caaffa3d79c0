import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { Milestone } from './milestone.contract.ts'

export const levels = ['国家级', '市级', '区级', '学区级', '校级'] as const
export const endings = ['结题', '终止'] as const
export const projectStates = ['在研', '有逾期', '已结题', '已终止'] as const

const day = z.iso.date('请填写日期，如 2023-09-01')

export const ProjectFields = z.object({
  title: z.string('请填写课题名称').trim().min(2, '请填写课题名称').max(80, '名称不能超过 80 个字'),
  level: z.enum(levels, '请选择级别'),
  number: z.string().trim().max(40, '编号不能超过 40 个字').default(''),
  head: z.string('请填写负责人').trim().min(1, '请填写负责人的姓名或工号').max(40, '姓名不能超过 40 个字'),
  from: day,
  until: day,
  about: z.string().trim().max(2000, '简介不能超过 2000 个字').default(''),
})
export type ProjectFields = z.output<typeof ProjectFields>

export const NewProject = ProjectFields.extend({
  members: z.string().trim().max(400, '成员不能超过 400 个字').default(''),
})
export type NewProject = z.output<typeof NewProject>

export const Ending = z.object({
  as: z.enum(endings, '请选择结题或终止'),
  on: day,
  why: z.string().trim().max(200, '说明不能超过 200 个字').default(''),
})

export const NewMembers = z.object({
  teachers: z
    .string('请填写姓名')
    .trim()
    .min(1, '请填写成员的姓名或工号，多位用顿号隔开')
    .max(400, '一次最多写 400 个字'),
  from: day,
})
export const Leaving = z.object({ on: day })

const Person = z.object({ name: z.string(), masked: z.boolean(), school: z.string() })

export const Member = Person.extend({ id: z.string(), from: z.string(), until: z.string().nullable() })
export type Member = z.infer<typeof Member>

export const ProjectLine = z.object({
  id: z.string(),
  title: z.string(),
  level: z.enum(levels),
  number: z.string(),
  head: Person,
  from: z.string(),
  until: z.string(),
  state: z.enum(projectStates),
  /** The next step that is not reached, with its day. */
  next: z.object({ title: z.string(), dueOn: z.string(), isLate: z.boolean() }).nullable(),
})
export type ProjectLine = z.infer<typeof ProjectLine>

export const Project = ProjectLine.extend({
  unitId: z.number(),
  unit: z.string(),
  sample: z.boolean(),
  about: z.string(),
  endedOn: z.string().nullable(),
  endedWhy: z.string(),
  people: z.array(Member),
  milestones: z.array(Milestone),
  can: z.array(z.enum(['lead'])),
})
export type Project = z.infer<typeof Project>

const ofUnit = z.object({ unitId })
const ofProject = z.object({ projectId: z.uuid() })
const done = z.object({})

export const projectApi = {
  list: get('/api/units/:unitId/projects', {
    title: '课题',
    params: ofUnit,
    /** `may`: whether the reader may register one; `self`: who they are in the register. */
    reply: z.object({ projects: z.array(ProjectLine), may: z.boolean(), self: z.string().nullable() }),
  }),
  add: post('/api/units/:unitId/projects', {
    title: '登记课题',
    params: ofUnit,
    body: NewProject,
    reply: z.object({ id: z.string() }),
  }),
  read: get('/api/projects/:projectId', { title: '一个课题', params: ofProject, reply: Project }),
  change: post('/api/projects/:projectId', { title: '修改课题', params: ofProject, body: ProjectFields, reply: done }),
  end: post('/api/projects/:projectId/end', { title: '结束课题', params: ofProject, body: Ending, reply: done }),
  addMembers: post('/api/projects/:projectId/members', {
    title: '添加课题成员',
    params: ofProject,
    body: NewMembers,
    reply: z.object({ added: z.number() }),
  }),
  endMember: post('/api/projects/:projectId/members/:memberId/end', {
    title: '课题成员离开',
    params: ofProject.extend({ memberId: z.uuid() }),
    body: Leaving,
    reply: done,
  }),
}
