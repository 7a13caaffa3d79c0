import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { venueAt } from '#modules/venues/index.ts'
import type { Place, PlaceSchool } from './place.contract.ts'

export interface ClusterKey {
  districtId: number
  clusterId: number
}

/** Schools that are members on the day, with the place of the school or else of its first campus. */
const members = (clusterId: number, today: string) => sql`
  select s.id, s.district_id, s.name, s.initials, coalesce(c.address, s.address, '') as address,
    coalesce(s.longitude, c.longitude) as longitude, coalesce(s.latitude, c.latitude) as latitude
  from organizations.membership m
  join organizations.unit s on s.id = m.school_id
  left join lateral (select address, longitude, latitude from organizations.unit k
    where k.kind = 'campus' and k.parent_id = s.id and k.closed_on is null and k.longitude is not null
    order by k.id limit 1) c on true
  where m.cluster_id = ${clusterId} and m.from_day <= ${today}::date
    and (m.until_day is null or m.until_day >= ${today}::date)`

/** By pinyin. */
export async function listPlaceSchools(db: Db, clusterId: number, today: string): Promise<PlaceSchool[]> {
  const { rows } = await sql<PlaceSchool>`select m.id, m.name, m.initials, m.longitude, m.latitude
    from (${members(clusterId, today)}) m join organizations.unit u on u.id = m.id order by u.pinyin, m.id`.execute(db)
  return rows
}

export type PlaceRow = Omit<Place, 'now'> & { districtId: number }

const at = venueAt({ venue: 'v', campus: 'c', site: 'p', school: 'm' })

/** The open venues of the members of a cluster and of its partners, by holder. */
export async function listVenuePlaces(
  db: Db,
  { clusterId, districtId }: ClusterKey,
  today: string,
): Promise<PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    with member as (${members(clusterId, today)})
    select 'venue' as of, v.district_id, v.id, v.name, v.kind, coalesce(m.name, p.name) as holder, v.school_id, v.site_id,
      coalesce(c.address, m.address, p.address) as address,
      ${at.longitude} as longitude, ${at.latitude} as latitude,
      case when cardinality(v.stages) = 0 then coalesce(p.stages, '{}') else v.stages end as stages,
      coalesce(p.themes, '{}') as themes, v.capacity
    from venues.venue v
    left join member m on m.id = v.school_id
    left join organizations.unit c on c.id = v.campus_id
    left join venues.site p on p.district_id = v.district_id and p.id = v.site_id
    where v.district_id = any (array(select district_id from member) || ${districtId}::int)
      and (m.id is not null or p.cluster_id = ${clusterId})
      and (v.closed_on is null or v.closed_on > ${today}::date) and (p.closed_on is null or p.closed_on > ${today}::date)
    order by holder, v.pinyin, v.id`.execute(db)
  return rows
}

/** The open partners of a cluster, by pinyin. */
export async function listSitePlaces(
  db: Db,
  { clusterId, districtId }: ClusterKey,
  today: string,
): Promise<PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    select 'site' as of, district_id, id, name, kind, name as holder, null::int as school_id, id as site_id, address,
      longitude, latitude, stages, themes, null::int as capacity
    from venues.site
    where district_id = ${districtId} and cluster_id = ${clusterId} and (closed_on is null or closed_on > ${today}::date)
    order by pinyin, id`.execute(db)
  return rows
}
