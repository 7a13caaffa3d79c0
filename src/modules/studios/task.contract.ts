import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { FileFacts, FileQuery, FileText } from '#modules/files/file.contract.ts'
import { schoolYear } from '#modules/organizations/unit.contract.ts'

export const proofKinds = ['教研活动', '课程', '研修课程', '网页', '文件', '说明'] as const

export const Task = z.object({
  id: z.string(),
  what: z.string(),
  dueOn: z.string(),
  doneOn: z.string().nullable(),
  isLate: z.boolean(),
  proof: z
    .object({ kind: z.enum(proofKinds), title: z.string(), address: z.string().nullable(), file: FileFacts.nullable() })
    .nullable(),
})
export type Task = z.infer<typeof Task>

export const NewTask = z.object({
  what: z.string('请填写任务').trim().min(2, '请填写任务，如上一节示范课').max(200, '任务不能超过 200 个字'),
  dueOn: z.iso.date('请填写日期，如 2024-06-30'),
})

/** What shows that it was done: the address of a page, words, or a file. */
export const TaskDone = z.object({
  on: z.iso.date('请填写日期，如 2023-09-01'),
  address: z
    .url({ protocol: /^https?$/, error: '请填写完整的网址，以 http 开头' })
    .max(500)
    .optional(),
  words: z.string().trim().max(200, '说明不能超过 200 个字').optional(),
  uploadId: z.uuid().optional(),
})

const ofStudio = z.object({ studioId: z.uuid() })
const ofTask = ofStudio.extend({ taskId: z.uuid() })
const done = z.object({})

export const taskApi = {
  add: post('/api/studios/:studioId/tasks', {
    title: '添加工作室任务',
    params: ofStudio,
    body: NewTask.extend({ year: schoolYear }),
    reply: done,
  }),
  done: post('/api/studios/:studioId/tasks/:taskId/done', {
    title: '完成工作室任务',
    params: ofTask,
    body: TaskDone,
    reply: done,
  }),
  drop: post('/api/studios/:studioId/tasks/:taskId/drop', { title: '删去工作室任务', params: ofTask, reply: done }),
  file: get('/api/studios/:studioId/tasks/:taskId/file', {
    title: '下载工作室任务的文件',
    params: ofTask,
    query: FileQuery,
    reply: z.any(),
  }),
  text: get('/api/studios/:studioId/tasks/:taskId/file/text', {
    title: '工作室任务的文件里的文字',
    params: ofTask,
    reply: FileText,
  }),
}
