import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { isSought } from '#platform/search.ts'
import { coversYear } from './membership.sql.ts'
import type { MemberRole } from './membership.rules.ts'
import type { KeptCluster } from './cluster.contract.ts'
import type { ClusterScope } from './cluster.rules.ts'
import type { ClusterLine, DistrictLine } from './unit.contract.ts'

/** The clusters and groups in a scope, by pinyin, with the number of their members today. */
export async function listClusterLines(
  db: Db,
  { cityIds, districtIds, unitIds }: ClusterScope,
  today: string,
  districtId: number | undefined,
): Promise<Omit<ClusterLine, 'latestYear'>[]> {
  const { rows } = await sql<Omit<ClusterLine, 'latestYear'>>`
    with member as (
      select cluster_id, school_id from organizations.membership
      where from_day <= ${today}::date and (until_day is null or until_day >= ${today}::date))
    select u.id, u.kind, u.name, u.short_name, u.district_id, d.name as district_name, u.parent_id, u.stage_scope,
      u.sample, (select count(*) from member where cluster_id = u.id) as schools
    from organizations.unit u join organizations.unit d on d.id = u.district_id
    where u.kind in ('cluster', 'group') and u.closed_on is null
      and (${districtId ?? null}::int is null or u.district_id = ${districtId ?? null}::int)
      and (d.parent_id = any (${cityIds}::int[]) or d.id = any (${districtIds}::int[]) or u.id = any (${unitIds}::int[])
        or exists (select 1 from member where cluster_id = u.id and school_id = any (${unitIds}::int[])))
    order by u.pinyin collate "C", u.id`.execute(db)
  return rows
}

/** The latest school year of which anything is on record for the members of each cluster. */
export async function listLatestYears(db: Db, clusterIds: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ clusterId: number; schoolYear: number }>`
    select m.cluster_id, max(r.school_year) as school_year
    from platform.recorded r
    join organizations.unit s on s.district_id = r.district_id and s.id = r.school_id
    join organizations.membership m on m.school_id = s.id and ${coversYear(sql`r.school_year`)}
    where m.cluster_id = any (${clusterIds}::int[])
    group by m.cluster_id`.execute(db)
  return new Map(rows.map(({ clusterId, schoolYear }) => [clusterId, schoolYear]))
}

/** The districts that a scope spans whole, each with the number of its clusters and groups. */
export async function listDistricts(db: Db, { cityIds, districtIds }: ClusterScope): Promise<DistrictLine[]> {
  const { rows } = await sql<DistrictLine>`
    select d.id, d.name, count(u.id) as clusters
    from organizations.unit d
    left join organizations.unit u on u.district_id = d.id and u.kind in ('cluster', 'group') and u.closed_on is null
    where d.kind = 'district' and (d.parent_id = any (${cityIds}::int[]) or d.id = any (${districtIds}::int[]))
    group by d.id, d.name order by d.id`.execute(db)
  return rows
}

export async function findClusterDetails(
  db: Db,
  id: number,
): Promise<{ stageScopeReason: string | null; closedOn: string | null }> {
  const { rows } = await sql<{ stageScopeReason: string | null; closedOn: string | null }>`
    select stage_scope_reason, closed_on from organizations.unit where id = ${id}`.execute(db)
  return rows[0]!
}

export interface MemberSpan {
  schoolId: number
  name: string
  code: string | null
  kind: string | null
  role: MemberRole
  fromDay: string
  untilDay: string | null
}

/** Every membership that a cluster has or had: schools in the order of their codes, each with its spans by day. */
export async function listMemberSpans(db: Db, clusterId: number): Promise<MemberSpan[]> {
  const { rows } = await sql<MemberSpan>`
    select s.id as school_id, s.name, s.code, p.kind, m.role, m.from_day, m.until_day
    from organizations.membership m
    join organizations.unit s on s.id = m.school_id
    left join (
      select distinct on (district_id, school_id) district_id, school_id, kind from organizations.school_profile
      order by district_id, school_id, school_year desc) p on p.district_id = s.district_id and p.school_id = s.id
    where m.cluster_id = ${clusterId} order by s.code, s.id, m.from_day`.execute(db)
  return rows
}

interface ClusterUpdate {
  kind: string
  name: string
  shortName: string
  pinyin: string
  initials: string
  stageScope: 'same-stage' | 'cross-stage' | null
  stageScopeReason: string | null
}

export async function updateCluster(db: Db, id: number, to: ClusterUpdate): Promise<void> {
  await sql`
    update organizations.unit set kind = ${to.kind}, name = ${to.name}, short_name = ${to.shortName},
      pinyin = ${to.pinyin}, initials = ${to.initials}, stage_scope = ${to.stageScope},
      stage_scope_reason = ${to.stageScopeReason}
    where id = ${id}`.execute(db)
}

export async function updateClosedOn(db: Db, id: number, day: string | null): Promise<void> {
  await sql`update organizations.unit set closed_on = ${day}::date where id = ${id}`.execute(db)
}

/** The clusters and groups of districts with lead schools and turns of the day; closed ones last. */
export async function listKeptClusters(
  db: Db,
  districtIds: readonly number[],
  today: string,
  q: string | undefined,
): Promise<KeptCluster[]> {
  const named = { texts: ['u.name', 'u.short_name'], pinyin: 'u.pinyin', initials: 'u.initials' }
  const member = { texts: ['s.name', 's.short_name', 's.code'], pinyin: 's.pinyin', initials: 's.initials' }
  const sought = q
    ? sql`(${isSought(q, named)} or exists (select from now n join organizations.unit s on s.id = n.school_id
        where n.cluster_id = u.id and ${isSought(q, member)}))`
    : sql`true`
  const { rows } = await sql<KeptCluster>`
    with now as (
      select cluster_id, school_id, role from organizations.membership
      where from_day <= ${today}::date and (until_day is null or until_day >= ${today}::date))
    select u.id, u.kind, u.name, u.short_name, d.name as district_name, u.sample, u.stage_scope, u.closed_on,
      (select count(*) from now where cluster_id = u.id) as schools,
      array(select s.short_name from now n join organizations.unit s on s.id = n.school_id
        where n.cluster_id = u.id and n.role = '牵头校' order by s.code) as leads,
      coalesce((select jsonb_agg(jsonb_build_object('stage', y.stage, 'school', s.short_name) order by y.stage)
        from organizations.duty y join organizations.unit s on s.id = y.school_id
        where y.cluster_id = u.id and y.from_day <= ${today}::date and y.until_day >= ${today}::date), '[]') as duties
    from organizations.unit u join organizations.unit d on d.id = u.district_id
    where u.kind in ('cluster', 'group') and u.district_id = any (${districtIds}::int[]) and ${sought}
    order by u.closed_on is not null, u.district_id, u.pinyin collate "C", u.id`.execute(db)
  return rows
}
