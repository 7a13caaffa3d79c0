import { z } from 'zod'
import { get } from '#shared/endpoint.ts'

export const unitKinds = ['city', 'district', 'town', 'cluster', 'group', 'school', 'campus', 'partner'] as const

/** The number of a unit in an address. */
export const unitId = z.coerce.number().int().min(1).max(2_147_483_647)
/** A school year in an address. */
export const schoolYear = z.coerce.number().int().min(1900).max(2999)

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

/** A unit with what deciding about it needs: of a school, the clusters and groups it is in today. */
export type UnitSubject = Unit & { clusterIds: readonly number[] }

export const ClusterLine = Unit.extend({
  schools: z.number(),
  /** The latest school year with any record, or null where nothing was recorded yet. */
  latestYear: z.number().nullable(),
})
export type ClusterLine = z.infer<typeof ClusterLine>

/** A district with the number of its clusters and groups; only for those whose role spans one. */
export const DistrictLine = z.object({ id: z.number(), name: z.string(), clusters: z.number() })
export type DistrictLine = z.infer<typeof DistrictLine>

export const unitVerbs = [
  'read',
  'readSchools',
  'readTeachers',
  'import',
  'readAudit',
  'readFigures',
  'keepAccounts',
  'handIn',
  'readPosts',
] as const

export const unitApi = {
  /** Where the person starts: the clusters and groups in reach (of a district or the city: all of theirs), by pinyin. */
  clusters: get('/api/clusters', {
    title: '我的学区和集团',
    query: z.object({ districtId: unitId.optional() }),
    reply: z.object({ clusters: z.array(ClusterLine), districts: z.array(DistrictLine) }),
  }),
  read: get('/api/units/:unitId', {
    title: '查看单位',
    params: z.object({ unitId }),
    reply: Unit.extend({ years: z.array(z.number()), can: z.array(z.enum(unitVerbs)) }),
  }),
}
