import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { isSought } from '#platform/search.ts'
import type { Spelling } from '#platform/pinyin.ts'

export interface FoundSchool {
  id: number
  name: string
  code: string | null
  districtName: string
  clusters: string[]
}

/** Schools that are open, by what a person types; the first twenty. */
export async function listSchoolsFound(db: Db, q: string, today: string): Promise<FoundSchool[]> {
  const { rows } = await sql<FoundSchool>`
    select s.id, s.name, s.code, d.name as district_name, array(
      select c.short_name from organizations.membership m join organizations.unit c on c.id = m.cluster_id
      where m.school_id = s.id and m.from_day <= ${today}::date and (m.until_day is null or m.until_day >= ${today}::date)
      order by c.id) as clusters
    from organizations.unit s join organizations.unit d on d.id = s.district_id
    where s.kind = 'school' and s.closed_on is null
      and ${isSought(q, { texts: ['s.name', 's.short_name', 's.code'], pinyin: 's.pinyin', initials: 's.initials' })}
    order by s.pinyin collate "C", s.id limit 20`.execute(db)
  return rows
}

/** What a school is in a school year, said by hand: no import stands behind it. */
export async function insertProfile(
  db: Db,
  to: {
    districtId: number
    schoolId: number
    schoolYear: number
    name: string
    shortName: string
    kind: string
    ownership: string
  },
): Promise<void> {
  await sql`
    insert into organizations.school_profile
      (district_id, school_id, school_year, name, short_name, kind, ownership)
    values (${to.districtId}, ${to.schoolId}, ${to.schoolYear}, ${to.name}, ${to.shortName}, ${to.kind}, ${to.ownership})`.execute(
    db,
  )
}

export interface YearProfile {
  schoolYear: number
  kind: string | null
  ownership: string | null
  campuses: number | null
  pupils: number | null
}

/** Changes what a year says; returns whether there is such a year. */
export async function updateProfile(
  db: Db,
  { districtId, schoolId }: { districtId: number; schoolId: number },
  { schoolYear, kind, ownership, campuses, pupils }: YearProfile,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update organizations.school_profile
    set kind = ${kind}, ownership = ${ownership}, campuses = ${campuses}, pupils = ${pupils},
      edited_import_id = coalesce(import_id, edited_import_id), import_id = null
    where district_id = ${districtId} and school_id = ${schoolId} and school_year = ${schoolYear}`.execute(db)
  return (numAffectedRows ?? 0n) > 0n
}

/** A new name for the school years from one on; returns those that there are. */
export async function updateProfileNames(
  db: Db,
  { districtId, schoolId }: { districtId: number; schoolId: number },
  fromYear: number,
  { name, shortName }: { name: string; shortName: string },
): Promise<number[]> {
  const { rows } = await sql<{ schoolYear: number }>`
    update organizations.school_profile set name = ${name}, short_name = ${shortName},
      edited_import_id = coalesce(import_id, edited_import_id), import_id = null
    where district_id = ${districtId} and school_id = ${schoolId} and school_year >= ${fromYear}
    returning school_year`.execute(db)
  return rows.map(({ schoolYear }) => schoolYear)
}

export async function updateName(
  db: Db,
  id: number,
  { name, shortName, pinyin, initials }: { name: string; shortName: string } & Spelling,
): Promise<void> {
  await sql`
    update organizations.unit
    set name = ${name}, short_name = ${shortName}, pinyin = ${pinyin}, initials = ${initials}
    where id = ${id}`.execute(db)
}
