import { z } from 'zod'
import { get } from '#shared/endpoint.ts'

export const markedApi = {
  /** The checked file as its sender made it, with every fault at its cell; gone with the file. */
  read: get('/api/imports/:importId/marked', {
    title: '下载标好问题的原表',
    params: z.object({ importId: z.uuid() }),
    reply: z.unknown(),
  }),
}
