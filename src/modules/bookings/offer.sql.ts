import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { VenueHours } from '#modules/venues/index.ts'

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
  /** The day's first and last instant, and what it is. */
  fromAt: Date
  untilAt: Date
  day: string
  dayKind: string
  people?: number | undefined
  kind?: string | undefined
  schoolId?: number | undefined
  venueId?: string | undefined
  word?: string | undefined
}

/**
 * The venues that a cluster shares, with all that decides about one day: one pass over each table, whatever the number
 * of venues. Holds are found by their beginning, for none is longer than a day and the minutes around it.
 */
export async function listOffers(db: Db, f: OfferFilter): Promise<OfferRow[]> {
  const { rows } = await sql<OfferRow>`
    with v as (${offered(f)}), ${onDay(f)}
    select v.district_id, v.id, v.school_id, v.name, v.provider, v.kind, v.capacity, v.stages, v.needs_approval, v.minutes_before,
      v.minutes_after, v.notice_hours, v.days_ahead, v.at_longitude as longitude, v.at_latitude as latitude,
      v.gone_on as closed_on, v.agreement_from, v.agreement_until, coalesce(o.list, '[]') as openings,
      coalesce(l.list, '[]') as lessons, coalesce(k.list, '[]') as closings, coalesce(h.list, '[]') as held
    from v
    left join o on o.venue_id = v.id left join l on l.venue_id = v.id
    left join k on k.venue_id = v.id left join h on h.venue_id = v.id
    order by v.provider_pinyin, v.pinyin, v.id`.execute(db)
  return rows
}

const offered = (f: OfferFilter) => sql`
      select v.*, s.cluster_id, s.agreement_from, s.agreement_until, least(v.closed_on, s.closed_on) as gone_on,
        coalesce(u.name, s.name) as provider, coalesce(u.pinyin, s.pinyin) as provider_pinyin,
        coalesce(v.longitude, c.longitude, s.longitude, u.longitude) as at_longitude,
        coalesce(v.latitude, c.latitude, s.latitude, u.latitude) as at_latitude
      from venues.venue v
      left join venues.site s on s.district_id = v.district_id and s.id = v.site_id
      left join organizations.unit u on u.id = v.school_id
      left join organizations.unit c on c.id = v.campus_id
      where v.district_id = any (${f.districtIds}::int[])
        and (v.school_id = any (${f.schoolIds}::int[]) or s.cluster_id = ${f.clusterId}) and ${filters(f)}`

/** What decides about the day: hours, lessons, closings, holds. */
const onDay = (f: OfferFilter) => sql`
    o as (
      select venue_id, jsonb_agg(jsonb_build_object('dayKind', day_kind, 'weekdays', weekdays, 'fromTime', from_time,
        'untilTime', until_time)) as list
      from venues.opening where district_id = any (${f.districtIds}::int[]) and day_kind = ${f.dayKind} group by 1
    ), l as (
      select venue_id, jsonb_agg(jsonb_build_object('weekday', weekday, 'fromTime', from_time, 'untilTime', until_time,
        'fromDay', from_day, 'untilDay', until_day, 'weeks', weeks, 'weekOne', week_one, 'what', what)) as list
      from venues.lesson where district_id = any (${f.districtIds}::int[])
        and from_day <= ${f.day}::date and until_day >= ${f.day}::date group by 1
    ), k as (
      select venue_id, jsonb_agg(jsonb_build_object('from', lower(during), 'until', upper(during), 'why', why)) as list
      from venues.closing where district_id = any (${f.districtIds}::int[])
        and during && tstzrange(${f.fromAt}, ${f.untilAt}) group by 1
    ), h as (
      select venue_id, jsonb_agg(jsonb_build_object('bookingId', booking_id, 'from', lower(during), 'until', upper(during))) as list
      from bookings.hold where district_id = any (${f.districtIds}::int[])
        and lower(during) >= ${f.fromAt}::timestamptz - interval '2 days' and lower(during) < ${f.untilAt}::timestamptz + interval '4 hours'
        and upper(during) > ${f.fromAt}::timestamptz - interval '4 hours' group by 1
    )`

function filters({ day, people, kind, schoolId, venueId, word }: OfferFilter) {
  const conditions = [
    sql`(v.closed_on is null or v.closed_on > ${day}::date)`,
    people !== undefined && sql`v.capacity >= ${people}`,
    kind !== undefined && sql`v.kind = ${kind}`,
    schoolId !== undefined && sql`v.school_id = ${schoolId}`,
    venueId !== undefined && sql`v.id = ${venueId}::uuid`,
    word
      ? sql`(strpos(v.name, ${word}) > 0 or strpos(coalesce(u.name, s.name), ${word}) > 0 or strpos(v.kind, ${word}) > 0)`
      : false,
  ].filter((one) => one !== false)
  return sql.join(conditions, sql` and `)
}
