import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'

export interface WaitingRow {
  id: string
  name: string
  school: string
  state: string
  published: number
  unitId: number
  unitName: string
}

const rows = (unit: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql<WaitingRow>`
    select e.id, e.name, s.name as school, e.state, e.published, n.id as unit_id, n.name as unit_name
    from courses.entry e join organizations.unit s on s.id = e.school_id join organizations.unit n on n.id = ${unit}
    where ${where}
    order by e.changed_at, e.id limit 50`

/** What waits at these schools for whoever answers for them. */
export const listAtSchools = async (db: Db, districtIds: readonly number[], schoolIds: readonly number[]) =>
  (
    await rows(
      sql`e.school_id`,
      sql`e.district_id = any (${districtIds}::int[]) and e.school_id = any (${schoolIds}::int[]) and e.state = '学校审核'`,
    ).execute(db)
  ).rows

/** What waits with the experts of these clusters, but for what the one who asks has judged already or began. */
export const listAtExperts = async (
  db: Db,
  districtIds: readonly number[],
  clusterIds: readonly number[],
  by: string,
) =>
  (
    await rows(
      sql`e.cluster_id`,
      sql`e.district_id = any (${districtIds}::int[]) and e.cluster_id = any (${clusterIds}::int[]) and e.state = '专家评审'
        and e.created_by <> ${by}::uuid and not exists (select from courses.review r where r.district_id = e.district_id
          and r.entry_id = e.id and r.reviewer_id = ${by}::uuid and r.step = '专家评审' and r.round = e.published + 1
          and r.reviewed_at > (select max(p.reviewed_at) from courses.review p where p.district_id = e.district_id
            and p.entry_id = e.id and p.step = '学校审核'))`,
    ).execute(db)
  ).rows

/** What waits for the offices of these clusters. */
export const listAtOffices = async (db: Db, districtIds: readonly number[], clusterIds: readonly number[]) =>
  (
    await rows(
      sql`e.cluster_id`,
      sql`e.district_id = any (${districtIds}::int[]) and e.cluster_id = any (${clusterIds}::int[]) and e.state = '学区审定'`,
    ).execute(db)
  ).rows

/** What came back to whoever began it. */
export const listReturned = async (db: Db, districtIds: readonly number[], by: string) =>
  (
    await rows(
      sql`e.school_id`,
      sql`e.district_id = any (${districtIds}::int[]) and e.created_by = ${by}::uuid and e.state = '编写中'
        and (select r.verdict from courses.review r where r.district_id = e.district_id and r.entry_id = e.id
          and r.round = e.published + 1 order by r.reviewed_at desc limit 1) = '退回'`,
    ).execute(db)
  ).rows

/** Copies of these schools whose origin has a newer version: for who made the copy, and who answers for the school. */
export const listOutdated = async (
  db: Db,
  districtIds: readonly number[],
  { by, schoolIds }: { by: string; schoolIds: readonly number[] },
) =>
  (
    await rows(
      sql`e.school_id`,
      sql`e.district_id = any (${districtIds}::int[]) and e.origin_id is not null
        and (e.created_by = ${by}::uuid or e.school_id = any (${schoolIds}::int[]))
        and exists (select from courses.entry o where o.district_id = e.origin_district_id and o.id = e.origin_id
          and o.district_id = any (${districtIds}::int[]) and o.published > e.origin_version)`,
    ).execute(db)
  ).rows

/** Who asks, by what they can do: at which schools they answer, which clusters' experts and offices they are. */
export interface Waiter {
  schoolIds: readonly number[]
  expertIds: readonly number[]
  officeIds: readonly number[]
  /** The clusters, of those, that have no experts: their offices decide instead. */
  expertlessIds: readonly number[]
  by: string
}

/** Courses that wait with the experts where there are none: for their offices. */
export const listExpertless = async (db: Db, districtIds: readonly number[], clusterIds: readonly number[]) =>
  (
    await rows(
      sql`e.cluster_id`,
      sql`e.district_id = any (${districtIds}::int[]) and e.cluster_id = any (${clusterIds}::int[]) and e.state = '专家评审'`,
    ).execute(db)
  ).rows

/** The paths that wait for whoever asks, at whichever step they are; and those that came back to them. */
export async function listWaitingPaths(
  db: Db,
  districtIds: readonly number[],
  { schoolIds, expertIds, officeIds, expertlessIds, by }: Waiter,
): Promise<WaitingRow[]> {
  const { rows: found } = await sql<WaitingRow>`
    select p.id, p.name, s.name as school, p.state, p.published, n.id as unit_id, n.name as unit_name
    from courses.path p
    join organizations.unit s on s.id = p.school_id
    join organizations.unit n on n.id = case when p.state in ('学校审核', '编写中') then p.school_id else p.cluster_id end
    left join lateral (select r.verdict from courses.path_review r where r.district_id = p.district_id and r.path_id = p.id
      and r.round = p.published + 1 order by r.reviewed_at desc limit 1) last on true
    where p.district_id = any (${districtIds}::int[]) and (
      (p.state = '学校审核' and p.school_id = any (${schoolIds}::int[]))
      or (p.state = '专家评审' and p.cluster_id = any (${expertlessIds}::int[]))
      or (p.state = '专家评审' and p.cluster_id = any (${expertIds}::int[]) and p.created_by <> ${by}::uuid
        and not exists (select from courses.path_review r where r.district_id = p.district_id and r.path_id = p.id
          and r.reviewer_id = ${by}::uuid and r.step = '专家评审' and r.round = p.published + 1
          and r.reviewed_at > (select max(q.reviewed_at) from courses.path_review q where q.district_id = p.district_id
            and q.path_id = p.id and q.step = '学校审核')))
      or (p.state = '学区审定' and p.cluster_id = any (${officeIds}::int[]))
      or (p.state = '编写中' and p.created_by = ${by}::uuid and last.verdict = '退回'))
    order by p.changed_at, p.id limit 50`.execute(db)
  return found
}
