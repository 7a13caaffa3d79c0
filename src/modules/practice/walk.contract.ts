import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'

export const walkWays = ['二维码', '定位', '备用码'] as const
export type WalkWay = (typeof walkWays)[number]
export const walkFormats = ['pdf', 'docx'] as const

export const NewWalk = z.object({
  /** Left out by those who lead for one school only. */
  schoolId: z.coerce.number().int().optional(),
  classes: z.string('请填写班级').trim().min(1, '请填写班级，如四（1）班').max(100, '班级不能超过 100 个字'),
  headCount: z.coerce.number('请填写人数').int('人数是整数').min(1, '人数至少 1 人').max(20_000, '人数不能超过 20000 人'), // prettier-ignore
})

export const WalkStop = z.object({
  stopId: z.string(),
  name: z.string(),
  task: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  cameAt: z.string().nullable(),
  way: z.enum(walkWays).nullable(),
})
export type WalkStop = z.infer<typeof WalkStop>

/** A class on a route of study. */
export const Walk = z.object({
  id: z.string(),
  routeId: z.string(),
  route: z.string(),
  school: z.string(),
  classes: z.string(),
  headCount: z.number(),
  leader: z.string(),
  startedAt: z.string(),
  doneAt: z.string().nullable(),
  /** Of the certificate: 研学证〔2026〕3号. */
  number: z.string().nullable(),
  stops: z.array(WalkStop),
  can: z.array(z.enum(['checkIn', 'drop'])),
})
export type Walk = z.infer<typeof Walk>

export const StopCheckIn = z.discriminatedUnion('way', [
  z.object({ way: z.literal('二维码'), code: z.string().max(40) }),
  z.object({ way: z.literal('定位'), longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90), accuracy: z.number().nonnegative() }), // prettier-ignore
  z.object({ way: z.literal('备用码'), digits: z.string('请填写备用码').regex(/^\s*\d{3}\s?\d{3}\s*$/, '备用码是 6 位数字') }), // prettier-ignore
])
export type StopCheckIn = z.output<typeof StopCheckIn>

const ofUnit = z.object({ unitId })
const ofRoute = ofUnit.extend({ routeId: z.uuid() })
const ofWalk = z.object({ walkId: z.uuid() })
const ofStop = ofRoute.extend({ stopId: z.uuid() })
const School = z.object({ id: z.number(), name: z.string() })

export const walkApi = {
  /** What the person leads, the latest first; and the routes that they may walk, with the schools for which. */
  mine: get('/api/walks', {
    title: '我带队的研学',
    reply: z.object({
      walks: z.array(Walk),
      routes: z.array(z.object({ unitId: z.number(), id: z.string(), name: z.string(), stops: z.number(), minutes: z.number(), schools: z.array(School) })), // prettier-ignore
    }),
  }),
  start: post('/api/units/:unitId/study-routes/:routeId/walks', {
    title: '开始研学',
    params: ofRoute,
    body: NewWalk,
    reply: z.object({ id: z.string() }),
  }),
  read: get('/api/walks/:walkId', { title: '一次研学', params: ofWalk, reply: Walk }),
  checkIn: post('/api/walks/:walkId/stops/:stopId/check-in', {
    title: '研学路线签到',
    params: ofWalk.extend({ stopId: z.uuid() }),
    body: StopCheckIn,
    /** before: the stop had been checked in already, and nothing was changed. */
    reply: z.object({ state: z.enum(['now', 'before']), walk: Walk }),
  }),
  drop: post('/api/walks/:walkId/drop', { title: '放弃研学', params: ofWalk, reply: z.object({}) }),
  /** The walks of a cluster that the reader sees, the latest first. */
  list: get('/api/units/:unitId/walks', {
    title: '研学记录',
    params: ofUnit,
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    reply: z.object({ year: z.number(), walks: z.array(Walk) }),
  }),
  /** What is shown at a stop: a picture to scan that is renewed every minute, and six digits to tell. */
  code: get('/api/units/:unitId/study-routes/:routeId/stops/:stopId/code', {
    title: '站点的签到码',
    params: ofStop,
    reply: z.object({
      stop: z.string(),
      route: z.string(),
      svg: z.string(),
      path: z.string(),
      nextAt: z.string(),
      digits: z.string(),
      digitsUntil: z.string(),
      now: z.string(),
    }),
  }),
  file: get('/api/walks/:walkId/certificate/:format', {
    title: '下载研学证明',
    params: ofWalk.extend({ format: z.enum(walkFormats) }),
    reply: z.any(),
  }),
  /** Open to everybody who holds the certificate: what it says, without who led. */
  verify: get('/api/open/walks/:code', {
    title: '查验研学证明',
    params: z.object({ code: z.string().min(1).max(40) }),
    reply: z.object({
      walk: z
        .object({
          number: z.string(),
          code: z.string(),
          route: z.string(),
          school: z.string(),
          classes: z.string(),
          headCount: z.number(),
          doneAt: z.string(),
          stops: z.array(z.object({ name: z.string(), cameAt: z.string() })),
        })
        .nullable(),
    }),
  }),
}
