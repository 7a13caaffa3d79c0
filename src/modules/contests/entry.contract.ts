import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { FileFacts, FileQuery } from '#modules/files/file.contract.ts'

export const prizes = ['一等奖', '二等奖', '三等奖'] as const
export type Prize = (typeof prizes)[number]

export const NewEntry = z.object({
  group: z.string('请选择组别').min(1, '请选择组别'),
  schoolId: z.coerce.number('请选择学校').int(),
  title: z.string('请填写作品名称').trim().min(2, '请填写作品名称').max(60, '名称不能超过 60 个字'),
  teachers: z.string('请填写教师').trim().min(1, '请填写教师的姓名或工号').max(200, '教师不能超过 200 个字'),
  words: z.string().trim().max(1000, '说明不能超过 1000 个字').default(''),
  address: z
    .url({ protocol: /^https?$/, error: '请填写完整的网址，以 http 开头' })
    .max(500)
    .optional(),
  uploadId: z.uuid().optional(),
})

export const Entry = z.object({
  id: z.string(),
  number: z.number(),
  group: z.string(),
  title: z.string(),
  words: z.string(),
  address: z.string().nullable(),
  file: FileFacts.nullable(),
  school: z.string(),
  teachers: z.array(z.object({ name: z.string(), masked: z.boolean() })),
  withdrawn: z.boolean(),
  /** To the office and to whose it is, once announced; to the office while it is judged. */
  score: z.number().nullable(),
  /** How many jurors scored it, of how many who may; of the office alone. */
  scored: z.number().nullable(),
  due: z.number().nullable(),
  /** While it is judged: what it would be by the scores so far; of the office alone. */
  prize: z.enum(prizes).nullable(),
  can: z.array(z.enum(['withdraw'])),
})
export type Entry = z.infer<typeof Entry>

const ofContest = z.object({ contestId: z.uuid() })
const ofEntry = ofContest.extend({ entryId: z.uuid() })
const done = z.object({})

export const entryApi = {
  add: post('/api/contests/:contestId/entries', {
    title: '报送评比作品',
    params: ofContest,
    body: NewEntry,
    reply: z.object({ number: z.number() }),
  }),
  withdraw: post('/api/contests/:contestId/entries/:entryId/withdrawal', {
    title: '撤回评比作品',
    params: ofEntry,
    reply: done,
  }),
  file: get('/api/contests/:contestId/entries/:entryId/file', {
    title: '下载评比作品',
    params: ofEntry,
    query: FileQuery,
    reply: z.any(),
  }),
}
