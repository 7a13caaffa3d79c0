import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { prepared } from '#platform/database/prepared.ts'
import type { CampusLine, CampusPlace } from './campus.contract.ts'

export async function listCampusLines(db: Db, schoolId: number): Promise<CampusLine[]> {
  const { rows } = await sql<CampusLine>`
    select id, name, address, longitude, latitude, closed_on from organizations.unit
    where kind = 'campus' and parent_id = ${schoolId} order by closed_on is not null, id`.execute(db)
  return rows
}

export async function findCampus(db: Db, id: number): Promise<(CampusLine & { parentId: number }) | undefined> {
  const { rows } = await sql<CampusLine & { parentId: number }>`
    select id, name, address, longitude, latitude, closed_on, parent_id from organizations.unit
    where kind = 'campus' and id = ${id}`.execute(db)
  return rows[0]
}

export interface CampusUpdate {
  id: number
  name: string
  pinyin: string
  initials: string
  address: string | null
  longitude: number | null
  latitude: number | null
  closedOn: string | null
}

/** From now on no ledger moves it. */
export async function updateCampus(db: Db, to: CampusUpdate): Promise<void> {
  await sql`
    update organizations.unit set name = ${to.name}, pinyin = ${to.pinyin}, initials = ${to.initials},
      address = ${to.address}, longitude = ${to.longitude}::double precision,
      latitude = ${to.latitude}::double precision, closed_on = ${to.closedOn}::date, placed_by_hand = true
    where id = ${to.id} and kind = 'campus'`.execute(db)
}

/** The open campuses of the members of a cluster on a day; a school without campuses stands for itself. */
export async function listCampusPlaces(
  db: Db,
  clusterId: number,
  today: string,
): Promise<Omit<CampusPlace, 'stages'>[]> {
  const { rows } = await sql<Omit<CampusPlace, 'stages'>>`${prepared}
    select coalesce(c.id, s.id) as id, coalesce(c.name, '') as name, coalesce(c.address, s.address) as address,
      coalesce(c.longitude, case when c.id is null then s.longitude end) as longitude,
      coalesce(c.latitude, case when c.id is null then s.latitude end) as latitude,
      s.id as school_id, s.name as school, p.kind, m.role
    from organizations.membership m
    join organizations.unit s on s.id = m.school_id
    left join organizations.unit c on c.kind = 'campus' and c.parent_id = s.id and c.closed_on is null
    left join (
      select distinct on (district_id, school_id) district_id, school_id, kind from organizations.school_profile
      order by district_id, school_id, school_year desc) p on p.district_id = s.district_id and p.school_id = s.id
    where m.cluster_id = ${clusterId}
      and m.from_day <= ${today}::date and (m.until_day is null or m.until_day >= ${today}::date)
    order by s.code, s.id, c.id`.execute(db)
  return rows
}
