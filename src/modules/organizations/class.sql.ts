import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { SchoolClass } from '#shared/school-class.ts'

export interface ClassOfYear extends SchoolClass {
  districtId: number
  schoolId: number
  schoolYear: number
}

/** Schools of some districts in a school year. */
interface Of {
  districtIds: readonly number[]
  schoolIds: readonly number[]
  schoolYear: number
}

const those = ({ districtIds, schoolIds, schoolYear }: Of) => sql`district_id = any (${districtIds}::int[])
  and school_id = any (${schoolIds}::int[]) and school_year = ${schoolYear}`

/** The classes of these schools on file for a school year. */
export async function listClasses(db: Db, of: Of): Promise<ClassOfYear[]> {
  const { rows } = await sql<ClassOfYear>`
    select district_id, school_id, school_year, name, grade from organizations.school_class
    where ${those(of)} order by school_id, name collate "C"`.execute(db)
  return rows
}

export async function countClasses(db: Db, of: Of): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from organizations.school_class where ${those(of)}`.execute(db)
  return rows[0]!.n
}

/** New classes are added, those on file by the same name get the grade that these say. */
export async function saveClasses(
  db: Db,
  classes: readonly (ClassOfYear & { importId: string; sourceRow: number | null })[],
): Promise<void> {
  await sql`
    insert into organizations.school_class (district_id, school_id, school_year, name, grade, import_id, source_row)
    select "districtId", "schoolId", "schoolYear", name, grade, "importId", "sourceRow"
    from jsonb_to_recordset(${JSON.stringify(classes)}::jsonb) as c ("districtId" int, "schoolId" int,
      "schoolYear" smallint, name text, grade text, "importId" uuid, "sourceRow" int)
    on conflict (district_id, school_id, school_year, name) do update set grade = excluded.grade,
      import_id = excluded.import_id, source_row = excluded.source_row`.execute(db)
}

/** The classes that only the double has go to the school that stays. */
export async function updateClassesTo(db: Db, districtId: number, doubleId: number, intoId: number): Promise<void> {
  await sql`
    update organizations.school_class c set school_id = ${intoId}
    where c.district_id = ${districtId} and c.school_id = ${doubleId} and not exists (
      select from organizations.school_class o
      where o.district_id = c.district_id and o.school_id = ${intoId} and o.school_year = c.school_year
        and o.name = c.name)`.execute(db)
}

export async function deleteClasses(db: Db, districtId: number, schoolId: number): Promise<void> {
  await sql`delete from organizations.school_class
    where district_id = ${districtId} and school_id = ${schoolId}`.execute(db)
}
