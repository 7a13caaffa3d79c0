import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { bookingStatuses } from './booking.contract.ts'

export const checkInWays = ['二维码', '定位', '备用码', '现场登记'] as const
export const againAnswers = ['愿意', '不一定', '不愿意'] as const
export const arrivalVerbs = ['checkIn', 'host', 'review', 'link'] as const

const headCount = z.number('请填写到场人数').int('到场人数是整数').min(1, '到场人数至少 1 人').max(20_000, '到场人数不能超过 20000 人') // prettier-ignore
const classes = z.string().trim().max(200, '班级不能超过 200 个字').default('')

export const CheckIn = z.object({
  way: z.enum(checkInWays),
  cameAt: z.string(),
  byName: z.string(),
  headCount: z.number(),
  classes: z.string(),
  rating: z.number().nullable(),
  again: z.enum(againAnswers).nullable(),
  remark: z.string(),
})
export type CheckIn = z.infer<typeof CheckIn>

/** A booking as whoever comes to it, or receives it, needs to see it. */
export const Arrival = z.object({
  id: z.string(),
  venueId: z.string(),
  venue: z.string(),
  /** Whose venue it is: a school or a partner. */
  host: z.string(),
  /** Where in the school or in town it is. */
  where: z.string(),
  user: z.string(),
  /** The user is a group from outside. */
  guest: z.boolean(),
  bookedBy: z.string(),
  purpose: z.string(),
  headCount: z.number(),
  classes: z.string(),
  fromAt: z.string(),
  untilAt: z.string(),
  status: z.enum(bookingStatuses),
  /** From when one can check in, and when the time is given back if nobody has. */
  opensAt: z.string(),
  releasedAt: z.string(),
  /** Whether the venue stands on the map, so that a phone's position can be compared. */
  placed: z.boolean(),
  checkIn: CheckIn.nullable(),
  can: z.array(z.enum(arrivalVerbs)),
})
export type Arrival = z.infer<typeof Arrival>

const moment = z.iso.datetime({ error: '时间的格式不对' })
/** When it happened and when it was sent, both by the phone's clock: the difference holds even where the clock is wrong. */
const whenever = { cameAt: moment, sentAt: moment }
const told = { headCount, classes }

export const NewCheckIn = z.discriminatedUnion('way', [
  z.object({ way: z.literal('二维码'), venueId: z.uuid(), code: z.string().max(40), ...whenever, ...told }),
  z.object({ way: z.literal('定位'), longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90), accuracy: z.number().nonnegative(), ...told }), // prettier-ignore
  z.object({ way: z.literal('备用码'), digits: z.string('请填写备用码').regex(/^\s*\d{3}\s?\d{3}\s*$/, '备用码是 6 位数字'), ...told }), // prettier-ignore
])
export type NewCheckIn = z.output<typeof NewCheckIn>

export const CheckedIn = z.object({
  /** before: somebody had checked in already, and nothing was changed. */
  state: z.enum(['now', 'before']),
  checkIn: CheckIn,
  /** By how many minutes the phone's clock is wrong, where that is worth telling; ahead is positive. */
  clockOff: z.number().nullable(),
})
export type CheckedIn = z.infer<typeof CheckedIn>

export const Review = z.object({
  rating: z.number('请选 1 到 5 分').int().min(1, '请选 1 到 5 分').max(5, '请选 1 到 5 分'),
  again: z.enum(againAnswers, '请选择是否愿意再来'),
  remark: z.string().trim().max(200, '不能超过 200 个字').default(''),
})

/** The host says who came, or that nobody did. */
export const Said = z.discriminatedUnion('came', [
  z.object({ came: z.literal(true), ...told }),
  z.object({ came: z.literal(false) }),
])
export type Said = z.output<typeof Said>

const ofBooking = z.object({ bookingId: z.uuid() })
const ofVenue = z.object({ venueId: z.uuid() })
const ofToken = z.object({ token: z.string().min(1).max(400) })
const Arrivals = z.object({ now: z.string(), today: z.string(), arrivals: z.array(Arrival) })

export const checkInApi = {
  /** What the person booked, and what their school uses today: from today on. */
  mine: get('/api/arrivals', { title: '我的场馆使用', reply: Arrivals }),
  /** Where a code was scanned: what the person can check in to there, at the moment of the scan. */
  at: get('/api/venues/:venueId/arrivals', {
    title: '在场馆签到',
    params: ofVenue,
    query: z.object({ at: moment.optional() }),
    reply: z.object({ venue: z.string(), host: z.string(), arrivals: z.array(Arrival) }),
  }),
  read: get('/api/bookings/:bookingId/arrival', { title: '一次场馆使用', params: ofBooking, reply: Arrival }),
  checkIn: post('/api/bookings/:bookingId/check-in', { title: '场馆签到', params: ofBooking, body: NewCheckIn, reply: CheckedIn }), // prettier-ignore
  say: post('/api/bookings/:bookingId/arrival', {
    title: '登记到场情况',
    params: ofBooking,
    body: Said,
    reply: Arrival,
  }),
  /** The use is over before its time: it counts, and the rest of the time is given back, but for the minutes that the venue needs for clearing up. */
  close: post('/api/bookings/:bookingId/close', { title: '结束场馆使用', params: ofBooking, reply: Arrival }),
  review: post('/api/bookings/:bookingId/review', { title: '评价场馆', params: ofBooking, body: Review, reply: z.object({}) }), // prettier-ignore
  /** An address with which somebody without an account checks in to this one booking. */
  link: post('/api/bookings/:bookingId/link', { title: '生成签到链接', params: ofBooking, reply: z.object({ path: z.string(), until: z.string() }) }), // prettier-ignore
}

export const hostApi = {
  /** The venues of which the person is the host, with what is booked there on a day. */
  day: get('/api/hosting', {
    title: '本校场馆的一天',
    query: z.object({ day: z.iso.date({ error: '日期的格式不对' }).optional() }),
    reply: z.object({
      now: z.string(),
      today: z.string(),
      day: z.string(),
      venues: z.array(z.object({ id: z.string(), name: z.string(), host: z.string(), arrivals: z.array(Arrival) })),
    }),
  }),
  /** What hangs at the door: a picture to scan that is renewed every minute, and six digits to tell. */
  code: get('/api/venues/:venueId/code', {
    title: '场馆的签到码',
    params: ofVenue,
    reply: z.object({
      venue: z.string(),
      host: z.string(),
      svg: z.string(),
      path: z.string(),
      nextAt: z.string(),
      digits: z.string(),
      digitsUntil: z.string(),
      now: z.string(),
    }),
  }),
}

/** By the signed address alone, without an account. */
export const openApi = {
  read: get('/api/open/arrival', { title: '凭链接查看场馆使用', query: ofToken, reply: z.object({ now: z.string(), until: z.string(), arrival: Arrival }) }), // prettier-ignore
  checkIn: post('/api/open/check-in', { title: '凭链接签到', query: ofToken, body: NewCheckIn, reply: CheckedIn }),
  review: post('/api/open/review', { title: '凭链接评价场馆', query: ofToken, body: Review, reply: z.object({}) }),
}
