import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { isSought } from '#platform/search.ts'
import { coversYear } from './membership.sql.ts'
import type { SchoolLine, SchoolReply } from './school.contract.ts'
import type { SchoolRecord } from './school.rules.ts'

export async function listSchoolsByCode(
  db: Db,
  codes: readonly string[],
): Promise<{ id: number; districtId: number; code: string }[]> {
  const { rows } = await sql<{ id: number; districtId: number; code: string }>`
    select id, district_id, code from organizations.unit
    where kind = 'school' and code = any (${codes}::text[])`.execute(db)
  return rows
}

/**
 * What the cluster's ledger of that year said of the schools with these codes. Of a school that hands in for itself: what
 * is on file of it, in whatever ledger; which role it has is not its to say.
 */
export async function listSchoolRecords(
  db: Db,
  asked: { clusterId: number; schoolYear: number; codes: readonly string[]; ownSchool?: number | undefined },
): Promise<Omit<SchoolRecord, 'key'>[]> {
  const { clusterId, schoolYear, codes, ownSchool } = asked
  const isOwn = sql`${ownSchool ?? null}::int is not null`
  const { rows } = await sql<Omit<SchoolRecord, 'key'>>`
    select s.id, s.district_id, s.code, p.school_year, case when ${isOwn} then '成员校' else r.role end as role,
      p.name, p.short_name, p.kind, p.ownership, p.campuses, p.pupils, p.longitude, p.latitude
    from organizations.unit s
    join organizations.school_profile p
      on p.district_id = s.district_id and p.school_id = s.id and p.school_year = ${schoolYear}
    left join organizations.roster r
      on r.school_id = s.id and r.cluster_id = ${clusterId} and r.school_year = p.school_year
    where s.kind = 'school' and s.code = any (${codes}::text[])
      and (r.role is not null or s.id = ${ownSchool ?? null}::int)`.execute(db)
  return rows
}

export async function countRosterSchools(db: Db, clusterId: number, schoolYear: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from organizations.roster
    where cluster_id = ${clusterId} and school_year = ${schoolYear}`.execute(db)
  return rows[0]!.n
}

/** The schools of which a later year's ledger speaks already: this year's does not name them any more. */
export async function listSchoolsKnownLater(
  db: Db,
  districtIds: readonly number[],
  schoolIds: readonly number[],
  schoolYear: number,
): Promise<number[]> {
  const { rows } = await sql<{ schoolId: number }>`
    select distinct school_id from organizations.school_profile
    where district_id = any (${districtIds}::int[]) and school_id = any (${schoolIds}::int[])
      and school_year > ${schoolYear}`.execute(db)
  return rows.map(({ schoolId }) => schoolId)
}

export interface Profile extends SchoolRecord {
  importId: string
  sourceRow: number | null
}

export async function saveProfiles(db: Db, profiles: readonly Profile[]): Promise<void> {
  await sql`
    insert into organizations.school_profile (district_id, school_id, school_year, name, short_name, kind, ownership,
      campuses, pupils, longitude, latitude, import_id, source_row)
    select * from jsonb_to_recordset(${JSON.stringify(profiles)}::jsonb) as n ("districtId" int, id int,
      "schoolYear" smallint, name text, "shortName" text, kind text, ownership text, campuses smallint, pupils int,
      longitude double precision, latitude double precision, "importId" uuid, "sourceRow" int)
    on conflict (district_id, school_id, school_year) do update set name = excluded.name,
      short_name = excluded.short_name, kind = excluded.kind, ownership = excluded.ownership,
      campuses = excluded.campuses, pupils = excluded.pupils, longitude = excluded.longitude,
      latitude = excluded.latitude, import_id = excluded.import_id, source_row = excluded.source_row,
      edited_import_id = null`.execute(db)
}

export interface Campus {
  id: number
  name: string
  parentId: number
  /** A person said where it stands: no ledger moves it. */
  placedByHand: boolean
}

/** The campuses of these schools, in the order in which they were made: the first is the main one. */
export async function listCampuses(db: Db, schoolIds: readonly number[]): Promise<Campus[]> {
  const { rows } = await sql<Campus>`
    select id, name, parent_id, placed_by_hand from organizations.unit
    where kind = 'campus' and parent_id = any (${schoolIds}::int[]) order by id`.execute(db)
  return rows
}

/** What the members of a cluster are, each by its latest ledger. */
export async function listMemberKinds(db: Db, clusterId: number): Promise<(string | null)[]> {
  const { rows } = await sql<{ kind: string | null }>`
    select distinct on (s.id) p.kind
    from organizations.membership m
    join organizations.unit s on s.id = m.school_id
    join organizations.school_profile p on p.district_id = s.district_id and p.school_id = s.id
    where m.cluster_id = ${clusterId} and m.until_day is null
    order by s.id, p.school_year desc`.execute(db)
  return rows.map(({ kind }) => kind)
}

/** The members of a cluster in a school year as its ledger describes them: the lead school first, then by code. */
export async function listSchoolLines(
  db: Db,
  clusterId: number,
  schoolYear: number,
  q: string | undefined,
): Promise<Omit<SchoolLine, 'duties'>[]> {
  const sought = q
    ? isSought(q, { texts: ['s.name', 's.short_name', 's.code'], pinyin: 's.pinyin', initials: 's.initials' })
    : sql`true`
  const { rows } = await sql<Omit<SchoolLine, 'duties'>>`
    select s.id, s.code, coalesce(p.name, s.name) as name, coalesce(p.short_name, s.short_name) as short_name, m.role,
      p.kind, p.ownership, p.campuses, p.pupils
    from organizations.membership m
    join organizations.unit s on s.id = m.school_id
    left join organizations.school_profile p
      on p.district_id = s.district_id and p.school_id = s.id and p.school_year = ${schoolYear}
    where m.cluster_id = ${clusterId} and ${coversYear(sql`${schoolYear}::int`)} and ${sought}
    order by array_position(array['牵头校', '轮值校', '成员校'], m.role), s.code, s.id`.execute(db)
  return rows
}

/** A school of a district by its full name, that is open and was not merged, with the clusters of which it is a member. */
export async function findSchoolNamed(
  db: Db,
  districtId: number,
  name: string,
  today: string,
): Promise<{ code: string | null; clusters: string } | undefined> {
  const { rows } = await sql<{ code: string | null; clusters: string }>`
    select s.code, coalesce((select string_agg(distinct c.name, '、') from organizations.membership m
        join organizations.unit c on c.id = m.cluster_id
        where m.school_id = s.id and (m.until_day is null or m.until_day >= ${today}::date)), '') as clusters
    from organizations.unit s
    where s.kind = 'school' and s.district_id = ${districtId} and s.name = ${name} and s.closed_on is null
      and s.merged_into is null
    order by s.id limit 1`.execute(db)
  return rows[0]
}

type SchoolDetails = Pick<SchoolReply, 'code' | 'longitude' | 'latitude' | 'closedOn' | 'mergedInto'>

export async function findSchoolDetails(db: Db, schoolId: number): Promise<SchoolDetails> {
  const { rows } = await sql<SchoolDetails>`
    select s.code, s.longitude, s.latitude, s.closed_on,
      case when t.id is not null then jsonb_build_object('id', t.id, 'name', t.name) end as merged_into
    from organizations.unit s left join organizations.unit t on t.id = s.merged_into
    where s.id = ${schoolId} and s.kind = 'school'`.execute(db)
  return rows[0]!
}

export async function listMembershipsOf(db: Db, schoolId: number): Promise<SchoolReply['memberships']> {
  const { rows } = await sql<SchoolReply['memberships'][number]>`
    select c.id as cluster_id, c.name as cluster_name, c.kind as cluster_kind, m.role, m.from_day, m.until_day
    from organizations.membership m join organizations.unit c on c.id = m.cluster_id
    where m.school_id = ${schoolId} order by m.from_day desc, c.id`.execute(db)
  return rows
}

export async function listProfiles(db: Db, districtId: number, schoolId: number): Promise<SchoolReply['years']> {
  const { rows } = await sql<SchoolReply['years'][number]>`
    select school_year, name, kind, ownership, campuses, pupils from organizations.school_profile
    where district_id = ${districtId} and school_id = ${schoolId} order by school_year desc`.execute(db)
  return rows
}
