import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'

export const AuditLine = z.object({
  id: z.string(),
  at: z.string(),
  actorName: z.string(),
  /** What was done, in words: 确认导入 */
  title: z.string(),
  unitId: z.number().nullable(),
  unitName: z.string(),
  result: z.enum(['done', 'refused']),
  /** One sentence about it: 颛桥镇学区台账-2023学年.xlsx，新增 1308 行. */
  summary: z.string(),
})

export const entryApi = {
  /**
   * What changed lately in a unit (a cluster: its own entries and those of its schools; the city, for who keeps the
   * accounts: what was done to the platform), newest first, keyset-paged.
   */
  list: get('/api/units/:unitId/audit', {
    title: '最近变动',
    params: z.object({ unitId }),
    query: z.object({
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ entries: z.array(AuditLine), next: z.string().nullable() }),
  }),
}
