import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { ask, type Question } from '#platform/database/together.ts'
import type { MemberRole, Membership } from './membership.rules.ts'

export interface Member {
  schoolId: number
  districtId: number
  schoolYear: number
}

/** True for a membership m that covers the last day of the school year. */
export const coversYear = (schoolYear: ReturnType<typeof sql>) => sql`
  m.from_day <= make_date(${schoolYear} + 1, 8, 31)
  and (m.until_day is null or m.until_day >= make_date(${schoolYear} + 1, 8, 31))`

/**
 * The schools counted in a unit in each of the school years: of a cluster or group, its members on the year's last day;
 * of a school, itself. Districts and the city are counted by district instead.
 */
export async function listMembers(db: Db, unitId: number, schoolYears: readonly number[]): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select s.id as school_id, s.district_id, y.school_year
    from unnest(${schoolYears}::int[]) as y (school_year)
    join organizations.membership m on m.cluster_id = ${unitId} and ${coversYear(sql`y.school_year`)}
    join organizations.unit s on s.id = m.school_id
    union
    select u.id, u.district_id, y.school_year
    from organizations.unit u cross join unnest(${schoolYears}::int[]) as y (school_year)
    where u.id = ${unitId} and u.kind = 'school'
    order by 3, 1`.execute(db)
  return rows
}

/** The members of every cluster and group of a district in a school year; a member may lie in another district. */
export async function listMembersByCluster(
  db: Db,
  districtId: number,
  schoolYear: number,
): Promise<(Member & { clusterId: number })[]> {
  const { rows } = await sql<Member & { clusterId: number }>`
    select c.id as cluster_id, s.id as school_id, s.district_id, ${schoolYear}::int as school_year
    from organizations.unit c
    join organizations.membership m on m.cluster_id = c.id and ${coversYear(sql`${schoolYear}::int`)}
    join organizations.unit s on s.id = m.school_id
    where c.district_id = ${districtId} and c.kind in ('cluster', 'group')`.execute(db)
  return rows
}

export interface SchoolOfYear {
  id: number
  districtId: number
  code: string | null
  /** As that year's ledger writes it. */
  name: string
  shortName: string
  role: MemberRole
}

/** The member schools of a cluster on the last day of a school year, in the order of their codes. */
export async function listSchoolsOf(db: Db, clusterId: number, schoolYear: number): Promise<SchoolOfYear[]> {
  const { rows } = await sql<SchoolOfYear>`
    select s.id, s.district_id, s.code, coalesce(p.name, s.name) as name, coalesce(p.short_name, s.short_name) as short_name, m.role
    from organizations.membership m
    join organizations.unit s on s.id = m.school_id
    left join organizations.school_profile p
      on p.district_id = s.district_id and p.school_id = s.id and p.school_year = ${schoolYear}
    where m.cluster_id = ${clusterId} and ${coversYear(sql`${schoolYear}::int`)}
    order by s.code, s.id`.execute(db)
  return rows
}

/** The school years of which anything is on record for the members of a cluster, or for one school; oldest first. */
export async function listYears(db: Db, unitId: number): Promise<number[]> {
  const { rows } = await sql<{ schoolYear: number }>`
    select r.school_year from platform.recorded r
    join organizations.unit s on s.district_id = r.district_id and s.id = r.school_id
    join organizations.membership m on m.school_id = s.id and m.cluster_id = ${unitId} and ${coversYear(sql`r.school_year`)}
    union
    select r.school_year from platform.recorded r
    join organizations.unit s on s.district_id = r.district_id and s.id = r.school_id and s.id = ${unitId}
    order by 1`.execute(db)
  return rows.map(({ schoolYear }) => schoolYear)
}

/** The school years of which anything is on record in a district. */
export async function listDistrictYears(db: Db, districtIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ schoolYear: number }>`
    select distinct school_year from platform.recorded where district_id = any (${districtIds}::int[]) order by 1`.execute(
    db,
  )
  return rows.map(({ schoolYear }) => schoolYear)
}

export async function listMemberships(
  db: Db,
  clusterId: number,
  schoolIds: readonly number[],
): Promise<(Membership & { schoolId: number })[]> {
  const { rows } = await sql<Membership & { schoolId: number }>`
    select school_id, role, from_day, until_day from organizations.membership
    where cluster_id = ${clusterId} and school_id = any (${schoolIds}::int[]) order by from_day`.execute(db)
  return rows
}

export async function deleteMemberships(db: Db, clusterId: number, schoolIds: readonly number[]): Promise<void> {
  await sql`delete from organizations.membership
    where cluster_id = ${clusterId} and school_id = any (${schoolIds}::int[])`.execute(db)
}

export async function insertMemberships(
  db: Db,
  clusterId: number,
  memberships: readonly (Membership & { schoolId: number })[],
): Promise<void> {
  await sql`insert into organizations.membership (cluster_id, school_id, role, from_day, until_day)
    select ${clusterId}::int, n."schoolId", n.role, n."fromDay", n."untilDay"
    from jsonb_to_recordset(${JSON.stringify(memberships)}::jsonb)
      as n ("schoolId" int, role text, "fromDay" date, "untilDay" date)`.execute(db)
}

export interface RosterEntry {
  schoolId: number
  schoolYear: number
  role: MemberRole
}

/** What each year's ledger of the cluster said of these schools. */
export async function listRoster(db: Db, clusterId: number, schoolIds: readonly number[]): Promise<RosterEntry[]> {
  const { rows } = await sql<RosterEntry>`
    select school_id, school_year, role from organizations.roster
    where cluster_id = ${clusterId} and school_id = any (${schoolIds}::int[])`.execute(db)
  return rows
}

/** The school years of which ledgers of the cluster named any member. */
export async function listRosterYears(db: Db, clusterId: number): Promise<number[]> {
  const { rows } = await sql<{ schoolYear: number }>`
    select distinct school_year from organizations.roster where cluster_id = ${clusterId}`.execute(db)
  return rows.map(({ schoolYear }) => schoolYear)
}

export async function saveRoster(db: Db, clusterId: number, entries: readonly RosterEntry[]): Promise<void> {
  await sql`insert into organizations.roster (cluster_id, school_id, school_year, role)
    select ${clusterId}::int, n."schoolId", n."schoolYear", n.role
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as n ("schoolId" int, "schoolYear" smallint, role text)
    on conflict (cluster_id, school_id, school_year) do update set role = excluded.role`.execute(db)
}

export interface KeptYear {
  schoolId: number
  schoolYear: number
}

/** The school years in which a person said whether these schools were members: no ledger paints over them. */
export async function listKeptYears(db: Db, clusterId: number, schoolIds: readonly number[]): Promise<KeptYear[]> {
  const { rows } = await sql<KeptYear>`
    select school_id, school_year from organizations.kept_year
    where cluster_id = ${clusterId} and school_id = any (${schoolIds}::int[]) order by school_id, school_year`.execute(
    db,
  )
  return rows
}

/** The lead schools of a cluster, each with its days. */
export async function listLeads(
  db: Db,
  clusterId: number,
): Promise<{ schoolId: number; name: string; fromDay: string; untilDay: string | null }[]> {
  const { rows } = await sql<{ schoolId: number; name: string; fromDay: string; untilDay: string | null }>`
    select m.school_id, s.name, m.from_day, m.until_day
    from organizations.membership m join organizations.unit s on s.id = m.school_id
    where m.cluster_id = ${clusterId} and m.role = '牵头校' order by m.from_day`.execute(db)
  return rows
}

/** The members of a cluster on a day. */
export async function listMembersOn(db: Db, clusterId: number, day: string): Promise<number[]> {
  const rows = await ask(db, membersOn(clusterId, day))
  return rows.map(({ schoolId }) => schoolId)
}

export const membersOn = (clusterId: number, day: string): Question<{ schoolId: number }> => sql`
  select school_id from organizations.membership
  where cluster_id = ${clusterId} and from_day <= ${day}::date and (until_day is null or until_day >= ${day}::date)
  order by 1`

/** What a person said of a school year in a cluster: the role on its last day, or null for schools that were no members then. */
export async function listKeptRoles(
  db: Db,
  clusterId: number,
  schoolYear: number,
): Promise<{ schoolId: number; role: MemberRole | null }[]> {
  const { rows } = await sql<{ schoolId: number; role: MemberRole | null }>`
    select k.school_id, m.role from organizations.kept_year k
    left join organizations.membership m
      on m.cluster_id = k.cluster_id and m.school_id = k.school_id and ${coversYear(sql`${schoolYear}::int`)}
    where k.cluster_id = ${clusterId} and k.school_year = ${schoolYear}`.execute(db)
  return rows
}

/** The clusters and groups in which a school is or was a member. */
export async function listClustersOfSchool(db: Db, schoolId: number): Promise<number[]> {
  const { rows } = await sql<{ clusterId: number }>`
    select distinct cluster_id from organizations.membership where school_id = ${schoolId} order by 1`.execute(db)
  return rows.map(({ clusterId }) => clusterId)
}

/** Of schools by their codes: those that are in other clusters and never were in this one, with the names of those clusters. */
export async function listForeignSchools(
  db: Db,
  clusterId: number,
  codes: readonly string[],
): Promise<{ code: string; clusters: string }[]> {
  const { rows } = await sql<{ code: string; clusters: string }>`
    select s.code, string_agg(distinct c.name, '、') as clusters
    from organizations.unit s
    join organizations.membership m on m.school_id = s.id
    join organizations.unit c on c.id = m.cluster_id
    where s.kind = 'school' and s.code = any (${codes}::text[])
    group by s.code
    having not bool_or(m.cluster_id = ${clusterId})`.execute(db)
  return rows
}
