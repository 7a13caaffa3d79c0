import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'

export const StoredPart = z.object({
  title: z.string(),
  purpose: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
})

export const CorrectionLine = z.object({
  id: z.string(),
  accountName: z.string(),
  schoolName: z.string(),
  wish: z.string(),
  madeAt: z.string(),
})
export type CorrectionLine = z.infer<typeof CorrectionLine>

export const dataApi = {
  /** What is stored about the person who asks, module by module, and who looked at it. */
  read: get('/api/account/data', {
    title: '关于我的资料',
    reply: z.object({ parts: z.array(StoredPart), canAsk: z.boolean() }),
  }),
  xlsx: get('/api/account/data.xlsx', { title: '下载关于我的资料', reply: z.unknown() }),
  json: get('/api/account/data.json', { title: '下载关于我的资料', reply: z.unknown() }),
  askCorrection: post('/api/account/corrections', {
    title: '请求更正资料',
    body: z.object({
      wish: z.string({ error: '请写哪里不对' }).trim().min(4, '请写清楚哪里不对、应当是什么').max(1000),
    }),
    reply: z.object({}),
  }),
  /** What persons of the reader's school ask to have put right. */
  corrections: get('/api/corrections', {
    title: '更正请求',
    reply: z.object({ corrections: z.array(CorrectionLine) }),
  }),
  answerCorrection: post('/api/corrections/:correctionId/answer', {
    title: '答复更正请求',
    params: z.object({ correctionId: z.uuid() }),
    body: z.object({ answer: z.string({ error: '请写答复' }).trim().min(2, '请写答复').max(1000) }),
    reply: z.object({}),
  }),
}
