import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { FileFacts, FileQuery, FileText } from '#modules/files/file.contract.ts'

const day = z.iso.date('请填写日期，如 2023-09-01')

export const NewMilestone = z.object({
  title: z.string('请填写名称').trim().min(2, '请填写名称，如阶段成果汇报').max(60, '名称不能超过 60 个字'),
  dueOn: day,
})

/** What shows that a step was reached: words, an address or a file. */
export const Reached = z.object({
  on: day,
  words: z.string().trim().max(500, '说明不能超过 500 个字').default(''),
  address: z
    .url({ protocol: /^https?$/, error: '请填写完整的网址，以 http 开头' })
    .max(500)
    .optional(),
  uploadId: z.uuid().optional(),
})

export const Milestone = z.object({
  id: z.string(),
  title: z.string(),
  dueOn: z.string(),
  doneOn: z.string().nullable(),
  isLate: z.boolean(),
  /** Null for whoever has nothing to do with it, and where it is not reached. */
  proof: z.object({ words: z.string(), address: z.string().nullable(), file: FileFacts.nullable() }).nullable(),
})
export type Milestone = z.infer<typeof Milestone>

const ofProject = z.object({ projectId: z.uuid() })
const ofMilestone = ofProject.extend({ milestoneId: z.uuid() })
const done = z.object({})

export const milestoneApi = {
  add: post('/api/projects/:projectId/milestones', {
    title: '添加课题节点',
    params: ofProject,
    body: NewMilestone,
    reply: done,
  }),
  change: post('/api/projects/:projectId/milestones/:milestoneId', {
    title: '修改课题节点',
    params: ofMilestone,
    body: NewMilestone,
    reply: done,
  }),
  reach: post('/api/projects/:projectId/milestones/:milestoneId/done', {
    title: '登记课题节点完成',
    params: ofMilestone,
    body: Reached,
    reply: done,
  }),
  drop: post('/api/projects/:projectId/milestones/:milestoneId/drop', {
    title: '删去课题节点',
    params: ofMilestone,
    reply: done,
  }),
  file: get('/api/projects/:projectId/milestones/:milestoneId/file', {
    title: '下载课题节点的文件',
    params: ofMilestone,
    query: FileQuery,
    reply: z.any(),
  }),
  text: get('/api/projects/:projectId/milestones/:milestoneId/file/text', {
    title: '课题节点的文件里的文字',
    params: ofMilestone,
    reply: FileText,
  }),
}
