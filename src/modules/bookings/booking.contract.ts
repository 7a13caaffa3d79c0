import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'

export const bookingStatuses = ['待审', '已定', '已谢绝', '已取消', '未到', '已用'] as const
export type BookingStatus = (typeof bookingStatuses)[number]

export const day = z.iso.date('请填写日期，如 2026-09-01')
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, '请填写时间，如 16:30')
export const people = z.coerce
  .number('请填写人数')
  .int('人数应是整数')
  .min(1, '至少 1 人')
  .max(20_000, '人数不能超过 20000')

const Lent = z.object({ equipmentId: z.uuid(), quantity: z.number().int().min(1, '至少 1 件').max(9999) })
export type Lent = z.infer<typeof Lent>

/** One venue of a request, with what is taken along of its equipment. */
export const Line = z.object({ venueId: z.uuid(), equipment: z.array(Lent).max(30).default([]) })
export type Line = z.output<typeof Line>

/** Every week, or every other week, up to a day; `skip` are days that are left out by choice. */
export const Series = z.object({
  untilDay: day,
  everyWeeks: z.union([z.literal(1), z.literal(2)]).default(1),
  skip: z.array(day).max(60).default([]),
})
export type Series = z.output<typeof Series>

export const Request = z.object({
  /** The venues that are wanted together: all of them at each time, or none. */
  lines: z.array(Line).min(1, '请选场馆').max(10, '一次最多订 10 个场馆'),
  day,
  from: clock,
  until: clock,
  series: Series.nullish(),
  /** The school that uses it; one's own where it is left out. */
  userSchoolId: unitId.nullish(),
  /** Instead of a school: the name of a group from outside. */
  guest: z.string().trim().max(40, '外来团体的名称不能超过 40 个字').nullish(),
  purpose: z.string().trim().min(1, '请写用途').max(60, '用途不能超过 60 个字'),
  headCount: people,
  /** Which classes; no pupil is named. */
  classes: z.string().trim().max(60, '班级不能超过 60 个字').default(''),
  phone: z.string().trim().max(30, '电话不能超过 30 个字').default(''),
})
export type Request = z.output<typeof Request>

/** One time of a request: whether all its venues can be had. */
export const Occurrence = z.object({
  day: z.string(),
  /** 10月15日（周四，上学日） */
  words: z.string(),
  /** What is not known about the day yet, in words. */
  unknown: z.string().nullable(),
  /** Each venue that stands in the way, and why; empty where it can be had. */
  why: z.array(z.object({ venueId: z.string(), venue: z.string(), words: z.string() })),
})
export type Occurrence = z.infer<typeof Occurrence>

export const bookingVerbs = ['cancel', 'move', 'decide', 'checkIn', 'host', 'link'] as const
export type BookingVerb = (typeof bookingVerbs)[number]

export const Booking = z.object({
  id: z.string(),
  requestId: z.string(),
  clusterId: z.number(),
  venueId: z.string(),
  venue: z.string(),
  kind: z.string(),
  /** The school or partner that has the venue. */
  provider: z.string(),
  schoolId: z.number().nullable(),
  userSchoolId: z.number().nullable(),
  /** The school that uses it, or the name of the group from outside. */
  userSchool: z.string().nullable(),
  day: z.string(),
  from: z.string(),
  until: z.string(),
  status: z.enum(bookingStatuses),
  purpose: z.string(),
  headCount: z.number(),
  classes: z.string(),
  /** Masked for those who may not see the name. */
  bookedBy: z.string(),
  phone: z.string(),
  /** Why it was refused, cancelled or moved. */
  words: z.string(),
  equipment: z.array(z.object({ equipmentId: z.string(), name: z.string(), unit: z.string(), quantity: z.number() })),
  /** How many bookings its request has: more than one is a series, or several venues. */
  together: z.number(),
  /** When somebody checked in, as an ISO instant; null where nobody did. */
  cameAt: z.string().nullable(),
  mine: z.boolean(),
  can: z.array(z.enum(bookingVerbs)),
})
export type Booking = z.infer<typeof Booking>

const ofUnit = z.object({ unitId })
const ofBooking = z.object({ bookingId: z.uuid() })
const words = z.string().trim().max(100, '不能超过 100 个字')

export const bookingApi = {
  /** What would come of a request: each time with what stands in the way. Nothing is taken. */
  look: post('/api/units/:unitId/booking-looks', {
    title: '试订场馆',
    params: ofUnit,
    body: Request,
    reply: z.object({ occurrences: z.array(Occurrence), needsApproval: z.boolean() }),
  }),
  /** Takes all times of a request, or none: a time that cannot be had is named. */
  book: post('/api/units/:unitId/bookings', {
    title: '预约场馆',
    params: ofUnit,
    body: Request,
    reply: z.object({ requestId: z.string(), bookings: z.array(Booking) }),
  }),
  /** The bookings of a cluster on some days: those that the reader sees. */
  list: get('/api/units/:unitId/bookings', {
    title: '场馆预约',
    params: ofUnit,
    query: z.object({
      from: day,
      until: day,
      venueId: z.uuid().optional(),
      schoolId: unitId.optional(),
      status: z.enum(bookingStatuses).optional(),
    }),
    reply: z.object({ bookings: z.array(Booking), more: z.boolean() }),
  }),
  /** One's own bookings, the next ones first, then those that are over. */
  mine: get('/api/my/bookings', {
    title: '我的预约',
    reply: z.object({ next: z.array(Booking), past: z.array(Booking) }),
  }),
  read: get('/api/bookings/:bookingId', { title: '一次预约', params: ofBooking, reply: Booking }),
  cancel: post('/api/bookings/:bookingId/cancel', {
    title: '取消预约',
    params: ofBooking,
    /** `following`: also the later times of the same request at this venue. */
    body: z.object({ words: words.default(''), following: z.boolean().default(false) }),
    reply: z.object({ cancelled: z.number() }),
  }),
  move: post('/api/bookings/:bookingId/move', {
    title: '改期',
    params: ofBooking,
    body: z.object({ day, from: clock, until: clock, venueId: z.uuid().optional() }),
    reply: Booking,
  }),
  decide: post('/api/bookings/:bookingId/decide', {
    title: '审核预约',
    params: ofBooking,
    /** `together`: all that wait of the same request at venues of the reader. */
    body: z.object({ accept: z.boolean(), words: words.default(''), together: z.boolean().default(false) }),
    reply: z.object({ decided: z.number() }),
  }),
}
