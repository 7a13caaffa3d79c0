import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { coversYear } from './membership.sql.ts'
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
