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

/** What is looked for; every part may be left out. */
export const EntryFilter = z.object({
  /** Part of the name of who did it. */
  who: z.string().trim().max(40).optional(),
  /** What was done, as one of `kinds` words it. */
  kind: z.string().max(60).optional(),
  /** One of the units below. */
  place: unitId.optional(),
  result: z.enum(['done', 'refused']).optional(),
  from: z.iso.date('日期请写成 2026-03-01 这样').optional(),
  until: z.iso.date('日期请写成 2026-03-01 这样').optional(),
  /** Part of what stands in the explanation. */
  q: z.string().trim().max(50).optional(),
})
export type EntryFilter = z.infer<typeof EntryFilter>

const params = z.object({ unitId })

/** More would not be read, and would hold the server up. */
export const EXPORT_MOST = 20_000

export const entryApi = {
  /**
   * What changed lately in a unit (a cluster: its own entries and those of its schools; the city, for who keeps the
   * accounts: what was done to the platform and to accounts), newest first, keyset-paged. Who looked at a teacher's page
   * is left out unless it is asked for by its kind.
   */
  list: get('/api/units/:unitId/audit', {
    title: '最近变动',
    params,
    query: EntryFilter.extend({
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ entries: z.array(AuditLine), next: z.string().nullable() }),
  }),
  /** What the lines of the record can be about. */
  kinds: get('/api/audit/kinds', { title: '变动的种类', reply: z.object({ kinds: z.array(z.string()) }) }),
  exportXlsx: get('/api/units/:unitId/audit.xlsx', {
    title: '导出变动记录',
    params,
    query: EntryFilter,
    reply: z.unknown(),
  }),
  exportCsv: get('/api/units/:unitId/audit.csv', {
    title: '导出变动记录',
    params,
    query: EntryFilter,
    reply: z.unknown(),
  }),
}
