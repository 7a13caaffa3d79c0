import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import { schoolYear, unitId } from './unit.contract.ts'

/** A school as a member of a cluster in one school year. */
export const SchoolLine = z.object({
  id: z.number(),
  code: z.string().nullable(),
  name: z.string(),
  shortName: z.string(),
  /** 牵头校, 轮值校, 成员校 */
  role: z.string(),
  /** 办学类型; null where the year's ledger does not say. */
  kind: z.string().nullable(),
  ownership: z.string().nullable(),
  campuses: z.number().nullable(),
  pupils: z.number().nullable(),
  /** The stages of which it has the turn in the year: 小学. */
  duties: z.array(z.string()),
})

export type SchoolLine = z.infer<typeof SchoolLine>

export const SchoolReply = z.object({
  id: z.number(),
  code: z.string().nullable(),
  name: z.string(),
  shortName: z.string(),
  districtId: z.number(),
  districtName: z.string(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  memberships: z.array(
    z.object({
      clusterId: z.number(),
      clusterName: z.string(),
      clusterKind: z.string(),
      role: z.string(),
      fromDay: z.string(),
      untilDay: z.string().nullable(),
    }),
  ),
  years: z.array(
    SchoolLine.pick({ name: true, kind: true, ownership: true, campuses: true, pupils: true }).extend({
      schoolYear: z.number(),
    }),
  ),
  campuses: z.array(z.object({ id: z.number(), name: z.string() })),
  closedOn: z.string().nullable(),
  /** A school recorded twice points to the one it was merged into. */
  mergedInto: z.object({ id: z.number(), name: z.string() }).nullable(),
  can: z.array(z.enum(['read', 'readTeachers', 'keep', 'decide', 'handIn'])),
})

export type SchoolReply = z.infer<typeof SchoolReply>

export const schoolApi = {
  /** The member schools of a cluster in a school year; q searches name, short name, pinyin and initials. */
  list: get('/api/units/:unitId/schools', {
    title: '成员学校',
    params: z.object({ unitId }),
    query: z.object({ year: schoolYear, q: z.string().max(50).optional() }),
    reply: z.object({ schools: z.array(SchoolLine) }),
  }),
  read: get('/api/schools/:schoolId', {
    title: '查看学校',
    params: z.object({ schoolId: unitId }),
    reply: SchoolReply,
  }),
}
