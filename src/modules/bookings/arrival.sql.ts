import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { venueAt } from '#modules/venues/index.ts'
import { releaseMinutes, userName } from './booking.sql.ts'
import type { CheckIn } from './check-in.contract.ts'
import type { Becoming } from './check-in.rules.ts'

/** A booking with its venue and with who came. */
export interface ArrivalRow extends Becoming {
  districtId: number
  id: string
  clusterId: number
  venueId: string
  venue: string
  venueKind: string
  schoolId: number | null
  userSchoolId: number | null
  host: string
  where: string
  longitude: number | null
  latitude: number | null
  user: string | null
  accountId: string | null
  bookedBy: string
  purpose: string
  headCount: number
  classes: string
  checkIn: CheckIn | null
}

const at = venueAt({ venue: 'v', campus: 'c', site: 'p', school: 'h' })

const arrivals = (where: RawBuilder<unknown>) => sql<ArrivalRow>`
  select b.district_id, b.id, b.cluster_id, b.venue_id, v.name as venue, v.kind as venue_kind, b.school_id, b.user_school_id,
    coalesce(h.name, p.name) as host,
    concat_ws(' ', nullif(coalesce(c.name, ''), ''), nullif(coalesce(nullif(c.address, ''), p.address, h.address, ''), ''),
      nullif(v.room, '')) as "where",
    ${at.longitude} as longitude, ${at.latitude} as latitude,
    ${userName} as "user", b.account_id, b.booked_by, b.purpose, b.head_count, b.classes, b.from_at, b.until_at, b.status,
    ${releaseMinutes} as release_minutes, b.kept,
    case when k.booking_id is not null then jsonb_build_object('way', k.way, 'cameAt', k.came_at, 'byName', k.by_name,
      'headCount', k.head_count, 'classes', k.classes, 'rating', k.rating, 'again', k.again, 'remark', k.remark) end as check_in
  from bookings.booking b
  join venues.venue v on v.district_id = b.district_id and v.id = b.venue_id
  left join venues.site p on p.district_id = v.district_id and p.id = v.site_id
  left join organizations.unit h on h.id = v.school_id
  left join organizations.unit c on c.id = v.campus_id
  left join organizations.unit u on u.id = b.user_school_id
  left join bookings.check_in k on k.district_id = b.district_id and k.booking_id = b.id
  where ${where}
  order by b.from_at, v.pinyin, b.id`

export async function findArrival(db: Db, districtIds: readonly number[], id: string): Promise<ArrivalRow | undefined> {
  const { rows } = await arrivals(sql`b.district_id = any (${districtIds}::int[]) and b.id = ${id}::uuid`).execute(db)
  return rows[0]
}

interface Whose {
  accountId: string
  /** Schools in whose name the person may come. */
  schoolIds: readonly number[]
}

const whose = ({ accountId, schoolIds }: Whose) =>
  sql`(b.account_id = ${accountId}::uuid or b.user_school_id = any (${schoolIds}::int[]))`

/** What a person has booked from a moment on, and what else their schools use in the next days. */
export async function listOwnArrivals(
  db: Db,
  districtIds: readonly number[],
  of: Whose & { from: Date; until: Date },
): Promise<ArrivalRow[]> {
  const { rows } = await arrivals(sql`b.district_id = any (${districtIds}::int[]) and ${whose(of)}
    and b.until_at >= ${of.from} and b.from_at < ${of.until} and b.status <> '已谢绝' and b.status <> '已取消'`).execute(
    db,
  )
  return rows
}

/** What a person may come to at a venue around a moment. */
export async function listArrivalsAt(
  db: Db,
  { districtId, venueId }: VenueKey,
  of: Whose & { from: Date; until: Date },
): Promise<ArrivalRow[]> {
  const { rows } = await arrivals(sql`b.district_id = ${districtId} and b.venue_id = ${venueId}::uuid and ${whose(of)}
    and b.from_at <= ${of.until} and b.until_at >= ${of.from} and b.status in ('已定', '未到', '已用')`).execute(db)
  return rows
}

/** What is booked at these venues between two moments: for their hosts. */
export async function listArrivalsOf(
  db: Db,
  { districtIds, venueIds }: { districtIds: readonly number[]; venueIds: readonly string[] },
  [from, until]: readonly [Date, Date],
): Promise<ArrivalRow[]> {
  const { rows } =
    await arrivals(sql`b.district_id = any (${districtIds}::int[]) and b.venue_id = any (${venueIds}::uuid[])
    and b.from_at < ${until} and b.until_at > ${from} and b.status in ('已定', '未到', '已用')`).execute(db)
  return rows
}

/** What has come to its end, or to the moment at which its time is given back, and still stands. */
export async function listDue(db: Db, districtIds: readonly number[], now: Date): Promise<ArrivalRow[]> {
  const { rows } =
    await arrivals(sql`b.district_id = any (${districtIds}::int[]) and b.status = '已定' and b.from_at <= ${now}
    and (k.booking_id is not null or not b.kept) and (b.until_at <= ${now}
      or (k.booking_id is null and v.release_minutes > 0 and b.from_at + v.release_minutes * interval '1 minute' <= ${now}))`).execute(
      db,
    )
  return rows
}

export interface VenueKey {
  districtId: number
  venueId: string
}

export interface HostedVenue {
  districtId: number
  id: string
  name: string
  host: string
  schoolId: number | null
  clusterId: number | null
}

const hostedColumns = sql`v.district_id, v.id, v.name, coalesce(h.name, p.name) as host, v.school_id, p.cluster_id
  from venues.venue v
  left join venues.site p on p.district_id = v.district_id and p.id = v.site_id
  left join organizations.unit h on h.id = v.school_id`

export async function findHostedVenue(
  db: Db,
  districtIds: readonly number[],
  id: string,
): Promise<HostedVenue | undefined> {
  const { rows } = await sql<HostedVenue>`
    select ${hostedColumns} where v.district_id = any (${districtIds}::int[]) and v.id = ${id}::uuid`.execute(db)
  return rows[0]
}

/** The open venues of schools, and of the partners of clusters. */
export async function listHostedVenues(
  db: Db,
  districtIds: readonly number[],
  { schoolIds, clusterIds, today }: { schoolIds: readonly number[]; clusterIds: readonly number[]; today: string },
): Promise<HostedVenue[]> {
  const { rows } = await sql<HostedVenue>`
    select ${hostedColumns} where v.district_id = any (${districtIds}::int[])
      and (v.school_id = any (${schoolIds}::int[]) or p.cluster_id = any (${clusterIds}::int[]))
      and (v.closed_on is null or v.closed_on > ${today}::date)
    order by coalesce(h.pinyin, p.pinyin), v.pinyin, v.id`.execute(db)
  return rows
}
