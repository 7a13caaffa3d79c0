import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'

const day = z.iso.date('日期写成 2026-09-01 的样子')

/** Uses put together: how many, by how many persons, and for how long those lasted of which the times are known. */
export const UseSum = z.object({
  uses: z.number(),
  headCount: z.number(),
  minutes: z.number(),
  /** How many of them nobody said the times of. */
  untimed: z.number(),
})
export type UseSum = z.infer<typeof UseSum>

/** One use: of the ledger, or of a booking that the ledger has no line for. */
export const VenueUse = z.object({
  id: z.string(),
  usedOn: z.string(),
  /** 14:00–16:00; null where nobody said. */
  times: z.string().nullable(),
  minutes: z.number().nullable(),
  venueKey: z.string(),
  /** In the register; null where only a ledger names the venue. */
  venueId: z.string().nullable(),
  venue: z.string(),
  kind: z.string(),
  schoolId: z.number().nullable(),
  provider: z.string(),
  userSchoolId: z.number().nullable(),
  user: z.string(),
  headCount: z.number(),
  from: z.enum(['预约', '台账']),
  /** Why it does not count as sharing between schools; '' where it does. */
  reason: z.string(),
})
export type VenueUse = z.infer<typeof VenueUse>

export const VenueUseLine = z.object({
  venueKey: z.string(),
  venueId: z.string().nullable(),
  venue: z.string(),
  kind: z.string(),
  provider: z.string(),
  /** Counted uses by other schools. */
  shared: UseSum,
  /** Everything else that is on file: own uses, of partners' venues, by visitors, told twice. */
  other: UseSum,
  /** Minutes that bookings took. */
  used: z.number(),
  /** Minutes that it was open outside the school's lessons; null where this cannot be told. */
  open: z.number().nullable(),
  /** Percent. */
  rate: z.number().nullable(),
  /** Why there is no rate. */
  why: z.string(),
  lastUsedOn: z.string().nullable(),
})
export type VenueUseLine = z.infer<typeof VenueUseLine>

export const UseLink = z.object({ from: z.number(), to: z.number(), uses: z.number(), headCount: z.number() })
export type UseLink = z.infer<typeof UseLink>

const ofUnit = z.object({ unitId })
const range = z.object({ year: schoolYear, from: day.optional(), until: day.optional() })

export const useFilter = range.extend({
  counted: z.enum(['yes', 'no']).default('yes'),
  reason: z.string().max(40).optional(),
  kind: z.string().max(20).optional(),
  venueKey: z.string().max(200).optional(),
  schoolId: unitId.optional(),
  userSchoolId: unitId.optional(),
})
export type UseFilter = z.output<typeof useFilter>

export const venueUseApi = {
  /** How the venues of a cluster were used in a school year, or in some days of it. Sums only; nobody is named. */
  read: get('/api/units/:unitId/venue-use', {
    title: '场馆使用情况',
    params: ofUnit,
    query: range,
    reply: z.object({
      /** What the figures are of: the days, and the last of them that is over. */
      from: z.string(),
      until: z.string(),
      asOf: z.string(),
      terms: z.array(z.object({ term: z.string(), from: z.string(), until: z.string() })),
      shared: UseSum,
      others: z.array(UseSum.extend({ reason: z.string() })),
      kinds: z.array(UseSum.extend({ kind: z.string() })),
      venues: z.array(VenueUseLine),
      links: z.array(UseLink),
      schools: z.array(
        z.object({
          id: z.number(),
          name: z.string(),
          longitude: z.number().nullable(),
          latitude: z.number().nullable(),
        }),
      ),
    }),
  }),
  /** The uses behind a figure, the latest first. */
  rows: get('/api/units/:unitId/venue-use/rows', {
    title: '场馆使用明细',
    params: ofUnit,
    query: useFilter.extend({ after: z.coerce.number().int().min(0).default(0) }),
    reply: z.object({ rows: z.array(VenueUse), total: z.number(), next: z.string().nullable() }),
  }),
  export: get('/api/units/:unitId/venue-use.xlsx', {
    title: '导出场馆使用情况',
    params: ofUnit,
    query: range,
    reply: z.unknown(),
  }),
}
