import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { clock, day, people } from './booking.contract.ts'

const degrees = z.coerce.number().min(-180).max(180)

export const DayOfSearch = z.object({ day: z.string(), words: z.string(), unknown: z.string().nullable() })

/** A venue that is free at the time. */
export const FreeVenue = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  provider: z.string(),
  schoolId: z.number().nullable(),
  capacity: z.number(),
  needsApproval: z.boolean(),
  /** Kilometres from where one looks, one decimal; null where either place is not on the map. */
  distanceKm: z.number().nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
})
export type FreeVenue = z.infer<typeof FreeVenue>

/** A venue that fits but is taken or not open then, and why. */
export const BusyVenue = z.object({
  id: z.string(),
  name: z.string(),
  provider: z.string(),
  capacity: z.number(),
  distanceKm: z.number().nullable(),
  why: z.string(),
  /** Taken by a booking: one may wait for it. */
  mayWait: z.boolean(),
})
export type BusyVenue = z.infer<typeof BusyVenue>

export const searchQuery = z.object({
  day,
  from: clock,
  until: clock,
  people: people.optional(),
  /** Within so many kilometres of `near` or of `longitude` and `latitude`; of one's own school where neither is given. */
  within: z.coerce.number().min(0.1).max(100).optional(),
  near: unitId.optional(),
  longitude: degrees.optional(),
  latitude: degrees.optional(),
  kind: z.string().max(20).optional(),
  word: z.string().trim().max(40).optional(),
})
export type SearchQuery = z.output<typeof searchQuery>

/** A stretch of a lane: taken by a booking, or kept by the school. */
export const LaneSpan = z.object({
  from: z.string(),
  until: z.string(),
  /** 课 and 停用 keep the venue for its own school; the others are bookings. */
  what: z.enum(['待审', '已定', '已用', '课', '停用']),
  words: z.string(),
  bookingId: z.string().nullable(),
  mine: z.boolean(),
  /** The reader may move it. */
  movable: z.boolean(),
})
export type LaneSpan = z.infer<typeof LaneSpan>

export const Lane = z.object({
  venueId: z.string(),
  venue: z.string(),
  kind: z.string(),
  provider: z.string(),
  capacity: z.number(),
  needsApproval: z.boolean(),
  open: z.array(z.object({ from: z.string(), until: z.string() })),
  spans: z.array(LaneSpan),
})
export type Lane = z.infer<typeof Lane>

export const searchApi = {
  /** What is free then, nearest first; and what fits but is not free, with the reason. */
  free: get('/api/units/:unitId/free-venues', {
    title: '找空闲场馆',
    params: z.object({ unitId }),
    query: searchQuery,
    reply: z.object({
      day: DayOfSearch,
      free: z.array(FreeVenue),
      busy: z.array(BusyVenue),
      /** The schools for which the reader books. */
      schools: z.array(z.object({ id: z.number(), name: z.string() })),
      can: z.array(z.enum(['book'])),
    }),
  }),
  /** One day, venue by venue. */
  lanes: get('/api/units/:unitId/venue-lanes', {
    title: '场馆日程',
    params: z.object({ unitId }),
    query: z.object({
      day,
      schoolId: unitId.optional(),
      kind: z.string().max(20).optional(),
      venueId: z.uuid().optional(),
    }),
    reply: z.object({
      day: DayOfSearch,
      lanes: z.array(Lane),
      schools: z.array(z.object({ id: z.number(), name: z.string() })),
      can: z.array(z.enum(['book'])),
    }),
  }),
}
