import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'

export const NoticeLine = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  /** An address of the site: where something is done about it. */
  to: z.string(),
  at: z.string(),
  read: z.boolean(),
})
export type NoticeLine = z.infer<typeof NoticeLine>

export const noticeApi = {
  /** What the person was told, the newest first, keyset-paged. Kept for a year. */
  list: get('/api/notices', {
    title: '我的通知',
    query: z.object({
      after: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    reply: z.object({ notices: z.array(NoticeLine), next: z.string().nullable(), unread: z.number() }),
  }),
  unread: get('/api/notices/unread', { title: '未读通知数', reply: z.object({ unread: z.number() }) }),
  /** Some, or all where none are named. */
  read: post('/api/notices/read', {
    title: '把通知标为已读',
    body: z.object({ ids: z.array(z.uuid()).min(1).max(200).optional() }),
    reply: z.object({ unread: z.number() }),
  }),
}
