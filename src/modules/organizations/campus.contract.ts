import { z } from 'zod'
import { get, patch, post } from '#shared/endpoint.ts'
import { latitudes, longitudes } from './school.rules.ts'
import { unitId } from './unit.contract.ts'

const degrees = ({ least, most, words }: { least: number; most: number; words: string }) =>
  z.number('请填写数字').min(least, words).max(most, words)

/** A place in WGS-84; both numbers or neither. */
export const CampusFields = z
  .object({
    name: z.string().trim().min(1, '请写校区名称').max(50, '名称不能超过 50 个字'),
    address: z.string().trim().max(100, '地址不能超过 100 个字').optional(),
    longitude: degrees(longitudes).nullish(),
    latitude: degrees(latitudes).nullish(),
    closedOn: z.iso.date('请按 2023-09-01 的样子填写日期').nullish(),
  })
  .refine(({ longitude, latitude }) => (longitude ?? null) === null || (latitude ?? null) !== null, {
    path: ['latitude'],
    message: '经度和纬度要一起填写',
  })
  .refine(({ longitude, latitude }) => (latitude ?? null) === null || (longitude ?? null) !== null, {
    path: ['longitude'],
    message: '经度和纬度要一起填写',
  })

export const CampusLine = z.object({
  id: z.number(),
  name: z.string(),
  address: z.string().nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  closedOn: z.string().nullable(),
})
export type CampusLine = z.infer<typeof CampusLine>

/** A campus of a member school as the map shows it. */
export const CampusPlace = CampusLine.omit({ closedOn: true }).extend({
  schoolId: z.number(),
  school: z.string(),
  kind: z.string().nullable(),
  stages: z.array(z.string()),
  role: z.string(),
})
export type CampusPlace = z.infer<typeof CampusPlace>

export const campusApi = {
  /** The campuses of the members of today. `tiles` is the address of a street map, where one is configured. */
  map: get('/api/units/:unitId/campuses', {
    title: '校区分布',
    params: z.object({ unitId }),
    reply: z.object({ campuses: z.array(CampusPlace), tiles: z.string().nullable() }),
  }),
  list: get('/api/schools/:schoolId/campuses', {
    title: '学校的校区',
    params: z.object({ schoolId: unitId }),
    reply: z.object({ campuses: z.array(CampusLine), tiles: z.string().nullable(), can: z.array(z.enum(['keep'])) }),
  }),
  add: post('/api/schools/:schoolId/campuses', {
    title: '新增校区',
    params: z.object({ schoolId: unitId }),
    body: CampusFields,
    reply: z.object({ id: z.number() }),
  }),
  edit: patch('/api/campuses/:campusId', {
    title: '修改校区',
    params: z.object({ campusId: unitId }),
    body: CampusFields,
    reply: z.object({}),
  }),
}
