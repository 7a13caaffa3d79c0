import { z } from 'zod'
import { post } from '#shared/endpoint.ts'

export const Member = z.object({
  id: z.string(),
  name: z.string(),
  masked: z.boolean(),
  schoolId: z.number(),
  school: z.string(),
  from: z.string(),
  until: z.string().nullable(),
})
export type Member = z.infer<typeof Member>

export const NewMembers = z.object({
  teachers: z
    .string('请填写姓名')
    .trim()
    .min(1, '请填写成员的姓名或工号，多位用顿号隔开')
    .max(400, '一次最多写 400 个字'),
  from: z.iso.date('请填写日期，如 2023-09-01'),
})
export const Leaving = z.object({ on: z.iso.date('请填写日期，如 2023-09-01') })

const ofStudio = z.object({ studioId: z.uuid() })

export const memberApi = {
  add: post('/api/studios/:studioId/members', {
    title: '添加工作室成员',
    params: ofStudio,
    body: NewMembers,
    reply: z.object({ added: z.number() }),
  }),
  end: post('/api/studios/:studioId/members/:memberId/end', {
    title: '工作室成员离开',
    params: ofStudio.extend({ memberId: z.uuid() }),
    body: Leaving,
    reply: z.object({}),
  }),
}
