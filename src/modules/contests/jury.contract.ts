import { z } from 'zod'
import { post } from '#shared/endpoint.ts'

export const NewJuror = z.object({
  group: z.string('请选择组别').min(1, '请选择组别'),
  call: z.string('请填写评委').trim().min(1, '请填写评委的姓名，教师也可以写工号').max(40, '姓名不能超过 40 个字'),
})

export const NewScore = z.object({
  /** One for each item, in their order. */
  marks: z.array(z.coerce.number('请填写分数').min(0, '分数不能小于 0').max(100, '分数最多 100')).min(1).max(10),
  words: z.string().trim().max(1000, '评语不能超过 1000 个字').default(''),
})

const ofContest = z.object({ contestId: z.uuid() })
const done = z.object({})

export const juryApi = {
  name: post('/api/contests/:contestId/jurors', { title: '添加评委', params: ofContest, body: NewJuror, reply: done }),
  drop: post('/api/contests/:contestId/jurors/:jurorId/drop', {
    title: '去掉评委',
    params: ofContest.extend({ jurorId: z.uuid() }),
    reply: done,
  }),
  score: post('/api/contests/:contestId/entries/:entryId/scores', {
    title: '给评比作品打分',
    params: ofContest.extend({ entryId: z.uuid() }),
    body: NewScore,
    reply: z.object({ total: z.number() }),
  }),
}
