import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

/** What a role at a unit reaches: computed once per session, so that no request has to climb the tree. */
export interface Standing {
  unitId: number
  kind: string
  name: string
  /** A city that is the only one on file: whoever stands there stands above everything. */
  aboveAll: boolean
  /** Of a city: its districts; of a district: itself; of others: none. */
  districtIds: number[]
  /** The clusters and groups that the unit is, is in on the day, or has below it. */
  clusterIds: number[]
  /** Of a cluster: the schools in it on the day; of a school: those that share a cluster with it, itself among them. */
  memberIds: number[]
  /** Of a cluster: every school that ever was in it, so that its past years stay readable. */
  everMemberIds: number[]
}

const onDay = (today: string) =>
  sql`m.from_day <= ${today}::date and (m.until_day is null or m.until_day >= ${today}::date)`

/** The standings of some units on a day. */
export async function listStandings(db: Db, unitIds: readonly number[], today: string): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    with place as (
      select u.id, u.kind, u.name, u.kind = 'city' and not exists (
          select from organizations.unit o where o.kind = 'city' and o.id <> u.id) as above_all,
        array(select d.id from organizations.unit d
          where d.kind = 'district' and (d.id = u.id or d.parent_id = u.id) order by 1) as district_ids
      from organizations.unit u where u.id = any (${unitIds}::int[])
    ), clustered as (
      select p.*, case
        when p.kind in ('cluster', 'group') then array[p.id]
        when p.kind = 'school' then array(
          select m.cluster_id from organizations.membership m where m.school_id = p.id and ${onDay(today)} order by 1)
        else array(select c.id from organizations.unit c
          where c.kind in ('cluster', 'group') and c.district_id = any (p.district_ids) order by 1)
        end as cluster_ids
      from place p
    )
    select c.id as unit_id, c.kind, c.name, c.above_all, c.district_ids, c.cluster_ids,
      array(select m.school_id from organizations.membership m
        where c.kind in ('cluster', 'group', 'school') and m.cluster_id = any (c.cluster_ids) and ${onDay(today)}
        union select c.id where c.kind = 'school' order by 1) as member_ids,
      array(select distinct m.school_id from organizations.membership m
        where c.kind in ('cluster', 'group') and m.cluster_id = c.id order by 1) as ever_member_ids
    from clustered c`.execute(db)
  return rows
}

/** Units by number or by full or short name, as a person types them on the command line. */
export async function listUnitsCalled(
  db: Db,
  name: string,
): Promise<{ id: number; kind: string; name: string; districtId: number; districtName: string }[]> {
  const { rows } = await sql<{ id: number; kind: string; name: string; districtId: number; districtName: string }>`
    select u.id, u.kind, u.name, u.district_id, d.name as district_name
    from organizations.unit u join organizations.unit d on d.id = u.district_id
    where u.id::text = ${name} or u.name = ${name} or u.short_name = ${name} order by u.id`.execute(db)
  return rows
}

/** The cluster that a new installation is for: the sample, or the only one on file. */
export async function findHomeCluster(db: Db): Promise<{ id: number; name: string } | undefined> {
  const { rows } = await sql<{ id: number; name: string; sample: boolean }>`
    select id, name, sample from organizations.unit where kind in ('cluster', 'group') order by sample desc, id limit 2`.execute(
    db,
  )
  const [first, second] = rows
  return first && (first.sample || !second) ? first : undefined
}

/** The cities on file, the oldest number first. */
export async function listCities(db: Db): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from organizations.unit where kind = 'city' order by id`.execute(db)
  return rows
}
