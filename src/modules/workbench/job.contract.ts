import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'

const params = z.object({ jobId: z.uuid() })

export const jobApi = {
  /** Work that goes on after the reply: how far it is, and what came of it. */
  read: get('/api/jobs/:jobId', {
    title: '查看后台工作',
    params,
    reply: z.object({
      id: z.string(),
      /** 生成报告 */
      title: z.string(),
      status: z.enum(['waiting', 'running', 'done', 'failed']),
      since: z.string(),
      endedAt: z.string().nullable(),
      /** From 0 to 1, with what is being done in a few words; null where it does not say. */
      progress: z.object({ share: z.number(), words: z.string() }).nullable(),
      failure: z.string().nullable(),
      /** An address of the site: what came of it. */
      to: z.string().nullable(),
      can: z.array(z.literal('again')),
    }),
  }),
  again: post('/api/jobs/:jobId/again', {
    title: '重试后台工作',
    params,
    reply: z.object({ id: z.string() }),
  }),
}
