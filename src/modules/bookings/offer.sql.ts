import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { VenueHours } from '#modules/venues/index.ts'
import type { Box } from '#shared/position.ts'

/** A venue on one day: what it is, when it is open, what is held of it. */
export interface OfferRow extends Omit<VenueHours, 'closings'> {
  districtId: number
  id: string
  schoolId: number | null
  name: string
  provider: string
  kind: string
  capacity: number
  stages: string[]
  needsApproval: boolean
  minutesBefore: number
  minutesAfter: number
  noticeHours: number
  daysAhead: number
  longitude: number | null
  latitude: number | null
  closings: { from: string; until: string; why: string }[]
  held: { bookingId: string; from: string; until: string }[]
}

export interface OfferFilter {
  districtIds: readonly number[]
  clusterId: number
  schoolIds: readonly number[]
  day: string
  /** What the day is, and by which weekday it goes; null where nobody knows. */
  dayKind: string
  weekday: number | null
  /** The stretch of the day that matters. */
  fromAt: Date
  untilAt: Date
  people?: number | undefined
  kind?: string | undefined
  schoolId?: number | undefined
  venueId?: string | undefined
  word?: string | undefined
  /** Only what lies within it. */
  box?: Box | undefined
}

type Venue = Omit<OfferRow, keyof Facts>

/** What decides about a venue's day beside the venue itself. */
type Facts = Pick<OfferRow, 'openings' | 'lessons' | 'closings' | 'held'>

/** The venues that a cluster shares, with all that decides about one day: two statements, whatever the number of venues. */
export async function listOffers(db: Db, f: OfferFilter): Promise<OfferRow[]> {
  const venues = await listOffered(db, f)
  const facts = await listFacts(db, f, venues.map(({ id }) => id)) // prettier-ignore
  return venues.map((venue) => ({
    ...venue,
    openings: [],
    lessons: [],
    closings: [],
    held: [],
    ...facts.get(venue.id),
  }))
}

const longitude = sql`coalesce(v.longitude, c.longitude, s.longitude, u.longitude)`
const latitude = sql`coalesce(v.latitude, c.latitude, s.latitude, u.latitude)`

async function listOffered(db: Db, f: OfferFilter): Promise<Venue[]> {
  const { rows } = await sql<Venue>`
    select v.district_id, v.id, v.school_id, v.name, coalesce(u.name, s.name) as provider, v.kind, v.capacity, v.stages,
      v.needs_approval, v.minutes_before, v.minutes_after, v.notice_hours, v.days_ahead, ${longitude} as longitude,
      ${latitude} as latitude, least(v.closed_on, s.closed_on) as closed_on, s.agreement_from, s.agreement_until
    from venues.venue v
    left join venues.site s on s.district_id = v.district_id and s.id = v.site_id
    left join organizations.unit u on u.id = v.school_id
    left join organizations.unit c on c.id = v.campus_id
    where v.district_id = any (${f.districtIds}::int[])
      and (v.school_id = any (${f.schoolIds}::int[]) or s.cluster_id = ${f.clusterId}) and ${filters(f)}
    order by coalesce(u.pinyin, s.pinyin), v.pinyin, v.id`.execute(db)
  return rows
}

/**
 * Hours, lessons, closings and holds of these venues on the day. Holds are found by their beginning: none is longer than a
 * day, and the minutes around it are four hours at most.
 */
async function listFacts(db: Db, f: OfferFilter, ids: readonly string[]): Promise<ReadonlyMap<string, Partial<Facts>>> {
  const own = sql`district_id = any (${f.districtIds}::int[]) and venue_id = any (${ids}::uuid[])`
  const { rows } = await sql<{ venueId: string; what: keyof Facts; list: never[] }>`
    select venue_id, 'openings' as what, jsonb_agg(jsonb_build_object('dayKind', day_kind, 'weekdays', weekdays,
      'fromTime', from_time, 'untilTime', until_time)) as list
    from venues.opening where ${own} and day_kind = ${f.dayKind}
      and (${f.weekday}::int is null or ${f.weekday}::int = any (weekdays)) group by 1
    union all
    select venue_id, 'lessons', jsonb_agg(jsonb_build_object('weekday', weekday, 'fromTime', from_time, 'untilTime', until_time,
      'fromDay', from_day, 'untilDay', until_day, 'weeks', weeks, 'weekOne', week_one, 'what', what))
    from venues.lesson where ${own} and (${f.weekday}::int is null or weekday = ${f.weekday}::int)
      and from_day <= ${f.day}::date and until_day >= ${f.day}::date group by 1
    union all
    select venue_id, 'closings', jsonb_agg(jsonb_build_object('from', lower(during), 'until', upper(during), 'why', why))
    from venues.closing where ${own} and during && tstzrange(${f.fromAt}, ${f.untilAt}) group by 1
    union all
    select venue_id, 'held', jsonb_agg(jsonb_build_object('bookingId', booking_id, 'from', lower(during), 'until', upper(during)))
    from bookings.hold where ${own} and upper(during) > ${f.fromAt}::timestamptz - interval '4 hours'
      and lower(during) >= ${f.fromAt}::timestamptz - interval '32 hours'
      and lower(during) < ${f.untilAt}::timestamptz + interval '4 hours' group by 1`.execute(db)
  const facts = new Map<string, Partial<Facts>>()
  for (const { venueId, what, list } of rows) facts.set(venueId, { ...facts.get(venueId), [what]: list })
  return facts
}

function filters({ day, people, kind, schoolId, venueId, word, box }: OfferFilter) {
  const conditions = [
    sql`(v.closed_on is null or v.closed_on > ${day}::date)`,
    people !== undefined && sql`v.capacity >= ${people}`,
    kind !== undefined && sql`v.kind = ${kind}`,
    schoolId !== undefined && sql`v.school_id = ${schoolId}`,
    venueId !== undefined && sql`v.id = ${venueId}::uuid`,
    word
      ? sql`(strpos(v.name, ${word}) > 0 or strpos(coalesce(u.name, s.name), ${word}) > 0 or strpos(v.kind, ${word}) > 0)`
      : false,
    box !== undefined &&
      sql`${longitude} between ${box.west} and ${box.east} and ${latitude} between ${box.south} and ${box.north}`,
  ].filter((one) => one !== false)
  return sql.join(conditions, sql` and `)
}
