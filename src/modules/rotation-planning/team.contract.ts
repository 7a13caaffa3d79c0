import { z } from 'zod'
import { del, get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'

export const LEAST_MEMBERS = 2
export const MOST_MEMBERS = 4

const Member = z.object({ teacherId: z.string(), name: z.string(), subject: z.string().nullable() })

/** 组团: teachers of one school and stage who go together or not at all. */
export const Team = z.object({
  id: z.string(),
  schoolId: z.number(),
  schoolName: z.string(),
  stage: z.string().nullable(),
  members: z.array(Member),
})
export type Team = z.infer<typeof Team>

export const pinKinds = ['to', 'not-to', 'stays'] as const
export type PinKind = (typeof pinKinds)[number]

/** What the office fixes beforehand of one teacher. */
export const Pin = z.object({
  id: z.string(),
  teacherId: z.string(),
  name: z.string(),
  schoolName: z.string(),
  kind: z.enum(pinKinds),
  toSchoolName: z.string().nullable(),
  note: z.string().nullable(),
})
export type Pin = z.infer<typeof Pin>

export const NewTeam = z.object({
  teacherIds: z
    .array(z.uuid(), '请选择教师')
    .min(LEAST_MEMBERS, `组团要有 ${LEAST_MEMBERS}—${MOST_MEMBERS} 人`)
    .max(MOST_MEMBERS, `组团要有 ${LEAST_MEMBERS}—${MOST_MEMBERS} 人`),
})

export const NewPin = z.object({
  teacherId: z.uuid('请选择教师'),
  kind: z.enum(pinKinds, '请选择怎么指定'),
  toSchoolId: unitId.optional(),
  note: z.string().trim().max(100, '说明不能超过 100 个字').optional(),
})
export type NewPin = z.infer<typeof NewPin>

const ofSeason = z.object({ seasonId: z.uuid() })

export const teamApi = {
  list: get('/api/rotation-seasons/:seasonId/teams', {
    title: '组团与指定',
    params: ofSeason,
    reply: z.object({
      teams: z.array(Team),
      pins: z.array(Pin),
      schools: z.array(z.object({ id: z.number(), name: z.string() })),
    }),
  }),
  add: post('/api/rotation-seasons/:seasonId/teams', {
    title: '新增组团',
    params: ofSeason,
    body: NewTeam,
    reply: z.object({ id: z.string() }),
  }),
  remove: del('/api/rotation-seasons/:seasonId/teams/:teamId', {
    title: '取消组团',
    params: ofSeason.extend({ teamId: z.uuid() }),
    reply: z.object({}),
  }),
  pin: post('/api/rotation-seasons/:seasonId/pins', {
    title: '指定教师的去留',
    params: ofSeason,
    body: NewPin,
    reply: z.object({ id: z.string() }),
  }),
  unpin: del('/api/rotation-seasons/:seasonId/pins/:pinId', {
    title: '取消对教师去留的指定',
    params: ofSeason.extend({ pinId: z.uuid() }),
    reply: z.object({}),
  }),
}
