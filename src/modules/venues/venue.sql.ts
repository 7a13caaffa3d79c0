import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Opening } from './hours.rules.ts'
import { venueAt } from './place.sql.ts'
import type { VenueKind } from './venue.rules.ts'

/** A venue as it is on file. */
export interface VenueRow {
  districtId: number
  id: string
  schoolId: number | null
  siteId: string | null
  /** Of a partner's: the cluster that has the partner. */
  clusterId: number | null
  owner: string
  campusId: number | null
  campus: string | null
  name: string
  pinyin: string
  kind: VenueKind
  capacity: number
  room: string
  longitude: number | null
  latitude: number | null
  ownLongitude: number | null
  ownLatitude: number | null
  stages: string[]
  openTo: '成员校' | '所有人'
  needsApproval: boolean
  minutesBefore: number
  minutesAfter: number
  releaseMinutes: number
  noticeHours: number
  daysAhead: number
  about: string
  safety: string
  access: string
  closedOn: string | null
  agreementFrom: string | null
  agreementUntil: string | null
  contactName: string
  contactPhone: string
  sample: boolean
  openings: Opening[]
  /** Why it is closed at the moment. */
  closedWhy: string | null
}

const at = venueAt({ venue: 'v', campus: 'c', site: 't', school: 's' })

const venues = (now: Date) => sql`
  select v.district_id, v.id, v.school_id, v.site_id, t.cluster_id, coalesce(t.name, s.name, '') as owner, v.campus_id,
    c.name as campus, v.name, v.pinyin, v.kind, v.capacity, v.room,
    ${at.longitude} as longitude, ${at.latitude} as latitude,
    v.longitude as own_longitude, v.latitude as own_latitude, v.stages, v.open_to, v.needs_approval, v.minutes_before,
    v.minutes_after, v.release_minutes, v.notice_hours, v.days_ahead, v.about, v.safety, v.access,
    least(v.closed_on, t.closed_on) as closed_on, t.agreement_from, t.agreement_until,
    coalesce(t.contact_name, '') as contact_name, coalesce(t.contact_phone, '') as contact_phone, v.sample,
    coalesce((select jsonb_agg(jsonb_build_object('dayKind', o.day_kind, 'weekdays', o.weekdays, 'fromTime', o.from_time,
        'untilTime', o.until_time) order by o.day_kind, o.from_time, o.weekdays)
      from venues.opening o where o.district_id = v.district_id and o.venue_id = v.id), '[]') as openings,
    (select l.why from venues.closing l where l.district_id = v.district_id and l.venue_id = v.id
      and l.during @> ${now}::timestamptz order by l.id limit 1) as closed_why
  from venues.venue v
  left join venues.site t on t.district_id = v.district_id and t.id = v.site_id
  left join organizations.unit s on s.id = v.school_id
  left join organizations.unit c on c.id = v.campus_id`

export interface VenueScope {
  districtIds: readonly number[]
  clusterId: number
  schoolIds: readonly number[]
}

/** The venues of these schools and of the partners of a cluster, by whose they are and by name. */
export async function listVenues(
  db: Db,
  { districtIds, clusterId, schoolIds }: VenueScope,
  now: Date,
): Promise<VenueRow[]> {
  const { rows } = await sql<VenueRow>`${venues(now)}
    where v.district_id = any (${districtIds}::int[])
      and (v.school_id = any (${schoolIds}::int[]) or t.cluster_id = ${clusterId})
    order by v.site_id is not null, coalesce(t.pinyin, s.pinyin) collate "C", v.pinyin collate "C", v.id`.execute(db)
  return rows
}

export async function findVenueRow(
  db: Db,
  districtIds: readonly number[],
  id: string,
  now: Date,
): Promise<VenueRow | undefined> {
  const { rows } = await sql<VenueRow>`${venues(now)}
    where v.district_id = any (${districtIds}::int[]) and v.id = ${id}`.execute(db)
  return rows[0]
}

/** What belongs to a partner, in use or not. */
export async function listVenueIdsAt(db: Db, districtIds: readonly number[], siteId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from venues.venue where district_id = any (${districtIds}::int[]) and site_id = ${siteId}`.execute(db)
  return rows.map(({ id }) => id)
}

/** All that can be booked in a district. */
export async function listVenueIdsOf(db: Db, districtId: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from venues.venue where district_id = ${districtId} and closed_on is null`.execute(db)
  return rows.map(({ id }) => id)
}

/** Those in use of the same school or partner. */
export async function listSiblings(
  db: Db,
  { districtId, schoolId, siteId }: Pick<VenueRow, 'districtId' | 'schoolId' | 'siteId'>,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from venues.venue
    where district_id = ${districtId} and (school_id = ${schoolId} or site_id = ${siteId}) and closed_on is null
    order by pinyin collate "C", id`.execute(db)
  return rows
}

export type SavedVenue = Omit<
  VenueRow,
  | 'clusterId' | 'owner' | 'campus' | 'longitude' | 'latitude' | 'closedOn' | 'agreementFrom' | 'agreementUntil'
  | 'contactName' | 'contactPhone' | 'openings' | 'closedWhy'
> & { changedAt: Date } // prettier-ignore

export async function insertVenues(db: Db, venues: readonly SavedVenue[]): Promise<void> {
  if (venues.length === 0) return
  const rows = venues.map(({ ownLongitude, ownLatitude, ...row }) => ({
    ...row,
    longitude: ownLongitude,
    latitude: ownLatitude,
  }))
  await db.insertInto('venues.venue').values(rows).execute()
}

export async function updateVenue(
  db: Db,
  { districtId, id, ownLongitude, ownLatitude, schoolId: _, siteId: __, sample: ___, ...row }: SavedVenue,
): Promise<void> {
  await db
    .updateTable('venues.venue')
    .set({ ...row, longitude: ownLongitude, latitude: ownLatitude })
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

/** Takes a venue out of use from a day on, or back into use. */
export async function updateClosedOn(
  db: Db,
  { districtId, id }: Pick<VenueRow, 'districtId' | 'id'>,
  closedOn: string | null,
): Promise<void> {
  await sql`update venues.venue set closed_on = ${closedOn}::date
    where district_id = ${districtId} and id = ${id}`.execute(db)
}

export async function deleteOpenings(db: Db, districtId: number, venueId: string): Promise<void> {
  await sql`delete from venues.opening where district_id = ${districtId} and venue_id = ${venueId}`.execute(db)
}

export type NewOpening = Opening & { districtId: number; id: string; venueId: string }

export async function insertOpenings(db: Db, openings: readonly NewOpening[]): Promise<void> {
  if (openings.length === 0) return
  const rows = openings.map(({ weekdays, ...row }) => ({ ...row, weekdays: [...weekdays] }))
  await db.insertInto('venues.opening').values(rows).execute()
}
