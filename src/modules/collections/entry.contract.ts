import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { FileFacts, FileQuery, FileText } from '#modules/files/file.contract.ts'

export const NewEntry = z.object({
  schoolId: z.coerce.number('请选择学校').int(),
  title: z.string('请填写题目').trim().min(2, '请填写题目').max(80, '题目不能超过 80 个字'),
  teachers: z.string('请填写作者').trim().min(1, '请填写作者的姓名或工号').max(200, '作者不能超过 200 个字'),
  words: z.string().trim().max(1000, '摘要不能超过 1000 个字').default(''),
  uploadId: z.uuid().optional(),
})

export const Entry = z.object({
  id: z.string(),
  title: z.string(),
  words: z.string(),
  school: z.string(),
  teachers: z.array(z.object({ name: z.string(), masked: z.boolean() })),
  /** Called by its title for whoever has nothing to do with it: a file's own name may tell whose it is. */
  file: FileFacts.nullable(),
  /** Its place in the volume; while it is edited the office's alone. */
  place: z.number().nullable(),
  withdrawn: z.boolean(),
  can: z.array(z.enum(['withdraw'])),
})
export type Entry = z.infer<typeof Entry>

const ofCollection = z.object({ collectionId: z.uuid() })
const ofEntry = ofCollection.extend({ entryId: z.uuid() })

export const entryApi = {
  add: post('/api/collections/:collectionId/entries', {
    title: '投稿',
    params: ofCollection,
    body: NewEntry,
    reply: z.object({ id: z.string() }),
  }),
  /** Where it stands in the volume, the others moving up; null: it is not in it. */
  place: post('/api/collections/:collectionId/entries/:entryId/place', {
    title: '编排稿件',
    params: ofEntry,
    body: z.object({ place: z.number().int().min(1).max(10_000).nullable() }),
    reply: z.object({}),
  }),
  withdraw: post('/api/collections/:collectionId/entries/:entryId/withdrawal', {
    title: '撤回稿件',
    params: ofEntry,
    reply: z.object({}),
  }),
  file: get('/api/collections/:collectionId/entries/:entryId/file', {
    title: '下载稿件',
    params: ofEntry,
    query: FileQuery,
    reply: z.any(),
  }),
  text: get('/api/collections/:collectionId/entries/:entryId/file/text', {
    title: '稿件里的文字',
    params: ofEntry,
    reply: FileText,
  }),
}
