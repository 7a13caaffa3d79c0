import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { ask, type Question } from '#platform/database/together.ts'
import type { Closing, VenueHours } from './hours.rules.ts'

/** A venue as far as booking it goes. */
export interface Bookable {
  districtId: number
  id: string
  /** null at a partner's. */
  schoolId: number | null
  siteId: string | null
  /** Of a partner's: the cluster that has it. */
  clusterId: number | null
  name: string
  /** The school or partner that has it. */
  provider: string
  kind: string
  capacity: number
  stages: string[]
  openTo: '成员校' | '所有人'
  needsApproval: boolean
  minutesBefore: number
  minutesAfter: number
  releaseMinutes: number
  noticeHours: number
  daysAhead: number
  hours: VenueHours
  /** Its own, and what other venues of the same school or partner lend. */
  equipment: { id: string; name: string; unit: string; stock: number }[]
}

export type BookableRow = Omit<Bookable, 'hours'> &
  Omit<VenueHours, 'closings'> & { closings: { from: string; until: string; why: string }[] }

/** The venues with these ids with all that decides when they can be had, in the order of their ids. */
export const listBookable = async (
  db: Db,
  districtIds: readonly number[],
  ids: readonly string[],
): Promise<Bookable[]> => (await ask(db, bookableVenues(districtIds, ids), ids.length === 1)).map(bookableOf)

/** To be asked with other questions; each row is read by `bookableOf`. */
export const bookableVenues = (districtIds: readonly number[], ids: readonly string[]): Question<BookableRow> => sql`
  select v.district_id, v.id, v.school_id, v.site_id, s.cluster_id, v.name, coalesce(u.name, s.name) as provider,
    v.kind, v.capacity, v.stages, v.open_to, v.needs_approval, v.minutes_before, v.minutes_after, v.release_minutes,
    v.notice_hours, v.days_ahead, least(v.closed_on, s.closed_on) as closed_on, s.agreement_from, s.agreement_until,
    ${openings} as openings, ${lessons} as lessons, ${closings} as closings, ${equipment} as equipment
  from venues.venue v
  left join venues.site s on s.district_id = v.district_id and s.id = v.site_id
  left join organizations.unit u on u.id = v.school_id
  where v.district_id in (${sql.join(districtIds)}) and v.id in (${sql.join(ids)})
  order by v.id`

const openings = sql`coalesce((select jsonb_agg(jsonb_build_object('dayKind', o.day_kind, 'weekdays', o.weekdays,
    'fromTime', o.from_time, 'untilTime', o.until_time))
  from venues.opening o where o.district_id = v.district_id and o.venue_id = v.id), '[]')`
const lessons = sql`coalesce((select jsonb_agg(jsonb_build_object('weekday', l.weekday, 'fromTime', l.from_time,
    'untilTime', l.until_time, 'fromDay', l.from_day, 'untilDay', l.until_day, 'weeks', l.weeks, 'weekOne', l.week_one, 'what', l.what))
  from venues.lesson l where l.district_id = v.district_id and l.venue_id = v.id), '[]')`
const closings = sql`coalesce((select jsonb_agg(jsonb_build_object('from', lower(c.during), 'until', upper(c.during), 'why', c.why))
  from venues.closing c where c.district_id = v.district_id and c.venue_id = v.id), '[]')`
const equipment = sql`coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name, 'unit', e.unit, 'stock', e.stock) order by e.name)
  from venues.equipment e
  join venues.venue w on w.district_id = e.district_id and w.id = e.venue_id
  where e.district_id = v.district_id
    and (e.venue_id = v.id or (e.shared and (w.school_id = v.school_id or w.site_id = v.site_id)))), '[]')`

export function bookableOf(row: BookableRow): Bookable {
  const { openings, lessons, closings, closedOn, agreementFrom, agreementUntil, ...venue } = row
  const closed: Closing[] = closings.map(({ from, until, why }) => ({
    from: new Date(from),
    until: new Date(until),
    why,
  }))
  return { ...venue, hours: { openings, lessons, closings: closed, closedOn, agreementFrom, agreementUntil } }
}
