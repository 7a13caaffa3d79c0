import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'

/** How a venue stands at this moment. */
export const nowStates = ['空着', '有人用', '不开放'] as const

/** A venue that can be booked, or a partner where pupils practise. */
export const Place = z.object({
  of: z.enum(['venue', 'site']),
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  /** The school or partner that has it; of a partner its own name. */
  holder: z.string(),
  schoolId: z.number().nullable(),
  siteId: z.string().nullable(),
  address: z.string(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  /** For whom; none: for all. */
  stages: z.array(z.string()),
  themes: z.array(z.string()),
  capacity: z.number().nullable(),
  /** Of a venue. */
  now: z.object({ state: z.enum(nowStates), words: z.string() }).nullable(),
})
export type Place = z.infer<typeof Place>

/** Where a distance may be counted from. */
export const PlaceSchool = z.object({
  id: z.number(),
  name: z.string(),
  initials: z.string(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
})
export type PlaceSchool = z.infer<typeof PlaceSchool>

export const placeApi = {
  /** Every venue and base that the schools of a cluster share, open and with a place or without. */
  list: get('/api/units/:unitId/places', {
    title: '场馆与基地地图',
    params: z.object({ unitId }),
    reply: z.object({
      places: z.array(Place),
      schools: z.array(PlaceSchool),
      /** The moment of which `now` tells, on the office's clock. */
      at: z.string(),
      /** What is not known of today, as far as hours go: 2027年的放假安排还没有公布. */
      note: z.string(),
      tiles: z.string().nullable(),
    }),
  }),
}
