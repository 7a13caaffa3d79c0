import { z } from 'zod'
import { get } from '#shared/endpoint.ts'

export const unitKinds = ['city', 'district', 'town', 'cluster', 'group', 'school', 'campus', 'partner'] as const

/** A node of the organization tree, as every page shows it. */
export const Unit = z.object({
  id: z.number(),
  kind: z.enum(unitKinds),
  name: z.string(),
  shortName: z.string(),
  districtId: z.number(),
  districtName: z.string(),
  parentId: z.number().nullable(),
  /** Of clusters and groups: 同学段 or 跨学段. */
  stageScope: z.enum(['same-stage', 'cross-stage']).nullable(),
  /** Sample data, marked 示例 wherever it is shown. */
  sample: z.boolean(),
})
export type Unit = z.infer<typeof Unit>

export const ClusterLine = Unit.extend({
  schools: z.number(),
  /** The latest school year with any record, or null where nothing was recorded yet. */
  latestYear: z.number().nullable(),
})

export const unitVerbs = ['read', 'readSchools', 'readTeachers', 'import', 'readAudit'] as const

export const unitApi = {
  /** Where the person starts: the clusters and groups in reach (of a district or the city: all of theirs), by pinyin. */
  clusters: get('/api/clusters', {
    title: '我的学区和集团',
    query: z.object({ districtId: z.coerce.number().optional() }),
    reply: z.object({ clusters: z.array(ClusterLine), districts: z.array(z.object({ id: z.number(), name: z.string(), clusters: z.number() })) }),
  }),
  read: get('/api/units/:unitId', {
    title: '查看单位',
    params: z.object({ unitId: z.coerce.number() }),
    reply: Unit.extend({ years: z.array(z.number()), can: z.array(z.enum(unitVerbs)) }),
  }),
}
