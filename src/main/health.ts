import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import type { Database } from '#platform/database/database.ts'
import { anyone, nothing, route, type Host } from '#platform/route.ts'

export const healthApi = {
  /** Public. It answers only if the database does. */
  read: get('/api/health', {
    title: '运行状态',
    reply: z.object({ status: z.literal('ok'), engine: z.enum(['PGlite', 'PostgreSQL']) }),
  }),
}

export function healthRoute(host: Host, { engine }: Database): void {
  route(host, healthApi.read, { load: nothing, may: anyone, run: async () => ({ status: 'ok' as const, engine }) })
}
