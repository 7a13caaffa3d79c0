import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { venueAt, type VenueHours } from '#modules/venues/index.ts'
import { clockOf } from '#shared/bells.ts'
import { momentOf } from '#shared/day.ts'
import type { Box } from '#shared/position.ts'

interface Venue {
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
}

type VenueRow = Venue & Pick<VenueHours, 'closedOn' | 'agreementFrom' | 'agreementUntil'>

/** What is held of a venue, with the minutes around it. */
export interface HeldSpan {
  bookingId: string
  from: Date
  until: Date
}

/** What decides about a venue's day beside the venue itself. */
type Facts = Pick<VenueHours, 'openings' | 'lessons' | 'closings'> & { held: readonly HeldSpan[] }

/** A venue on one day: what it is, when it is open, what is held of it. */
export interface Offer extends Venue {
  hours: VenueHours
  held: readonly HeldSpan[]
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

const nothing: Facts = { openings: [], lessons: [], closings: [], held: [] }

/** The venues that a cluster shares, with all that decides about one day: two statements, whatever the number of venues. */
export async function listOffers(db: Db, f: OfferFilter): Promise<Offer[]> {
  const venues = await listOffered(db, f)
  const facts = await listFacts(db, f, venues)
  return venues.map((venue) => offerOf(venue, facts.get(venue.id) ?? nothing))
}

/** The row is added to and not copied: of some thousand venues each copy is felt. */
function offerOf(venue: VenueRow, { openings, lessons, closings, held }: Facts): Offer {
  const { closedOn, agreementFrom, agreementUntil } = venue
  const hours = { openings, lessons, closings, closedOn, agreementFrom, agreementUntil }
  return Object.assign(venue, { hours, held })
}

const { longitude, latitude } = venueAt({ venue: 'v', campus: 'c', site: 's', school: 'u' })

async function listOffered(db: Db, f: OfferFilter): Promise<VenueRow[]> {
  const { rows } = await sql<VenueRow>`
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

/** One fact of a venue's day: an opening or a lesson as JSON; a closing or a hold by its instants, and why or for which booking. */
interface FactRow {
  venueId: string
  what: keyof Facts
  fromAt: Date
  untilAt: Date
  words: string
  given: never
}

/**
 * Hours, lessons, closings and holds of these venues on the day, a row each: to gather them venue by venue costs the database
 * more than to find them. Holds are found by their beginning: none is longer than a day, and the minutes around it are four
 * hours at most. Holds and lessons count that are nearer than the venues need minutes before and after.
 */
async function listFacts(db: Db, f: OfferFilter, venues: readonly Venue[]): Promise<ReadonlyMap<string, Facts>> {
  const ids = venues.map(({ id }) => id)
  const minutes = venues.reduce((most, one) => Math.max(most, one.minutesBefore, one.minutesAfter), 0)
  const near = sql`make_interval(mins => ${minutes}::int)`
  const midnight = momentOf(f.day, '00:00').getTime()
  const begins = clockOf(Math.max(0, (f.fromAt.getTime() - midnight) / 60_000 - minutes))
  const ends = clockOf(Math.min(1440, (f.untilAt.getTime() - midnight) / 60_000 + minutes))
  const own = sql`district_id = any (${f.districtIds}::int[]) and venue_id = any (${ids}::uuid[])`
  const { rows } = await sql<FactRow>`
    select venue_id, 'openings' as what, null::timestamptz as from_at, null::timestamptz as until_at, null as words,
      json_build_object('dayKind', day_kind, 'weekdays', weekdays, 'fromTime', from_time, 'untilTime', until_time) as given
    from venues.opening where ${own} and day_kind = ${f.dayKind}
      and (${f.weekday}::int is null or ${f.weekday}::int = any (weekdays))
    union all
    select venue_id, 'lessons', null, null, null, json_build_object('weekday', weekday, 'fromTime', from_time,
      'untilTime', until_time, 'fromDay', from_day, 'untilDay', until_day, 'weeks', weeks, 'weekOne', week_one, 'what', what)
    from venues.lesson where ${own} and (${f.weekday}::int is null or weekday = ${f.weekday}::int)
      and from_day <= ${f.day}::date and until_day >= ${f.day}::date and from_time < ${ends} and until_time > ${begins}
    union all
    select venue_id, 'closings', lower(during), upper(during), why, null
    from venues.closing where ${own} and during && tstzrange(${f.fromAt}, ${f.untilAt})
    union all
    select venue_id, 'held', lower(during), upper(during), booking_id::text, null
    from bookings.hold where ${own} and upper(during) > ${f.fromAt}::timestamptz - ${near}
      and lower(during) >= ${f.fromAt}::timestamptz - interval '32 hours' and lower(during) < ${f.untilAt}::timestamptz + ${near}`.execute(
    db,
  )
  const facts = new Map<string, { [K in keyof Facts]: Facts[K][number][] }>()
  for (const row of rows) {
    const known = facts.get(row.venueId) ?? { openings: [], lessons: [], closings: [], held: [] }
    facts.set(row.venueId, known)
    known[row.what].push(factOf(row) as never)
  }
  return facts
}

function factOf({ what, fromAt: from, untilAt: until, words, given }: FactRow): Facts[keyof Facts][number] {
  if (what === 'closings') return { from, until, why: words }
  return what === 'held' ? { from, until, bookingId: words } : given
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
