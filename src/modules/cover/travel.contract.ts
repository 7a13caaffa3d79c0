import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'

const minutes = z
  .number('请填写分钟数')
  .int('分钟数应是整数')
  .min(0, '分钟数应在 0 到 240 之间')
  .max(240, '分钟数应在 0 到 240 之间')

export const TravelFields = z.object({
  schoolId: z.number('请选择学校').int(),
  toSchoolId: z.number('请选择学校').int(),
  /** Left out: as the map has it. */
  minutes: minutes.nullish(),
})

export const TravelLine = z.object({
  schoolId: z.number(),
  school: z.string(),
  toSchoolId: z.number(),
  toSchool: z.string(),
  minutes: z.number(),
})
export type TravelLine = z.infer<typeof TravelLine>

export const travelApi = {
  /** What the office said of the ways between two schools; of all others the map decides. */
  list: get('/api/units/:unitId/travel', {
    title: '校间路程',
    params: z.object({ unitId }),
    reply: z.object({
      lines: z.array(TravelLine),
      schools: z.array(z.object({ id: z.number(), name: z.string() })),
      /** How long a way is reckoned of which neither the office nor the map says anything. */
      unknown: z.number(),
      can: z.array(z.enum(['keep'])),
    }),
  }),
  keep: post('/api/units/:unitId/travel', {
    title: '修改校间路程',
    params: z.object({ unitId }),
    body: TravelFields,
    reply: z.object({}),
  }),
}
