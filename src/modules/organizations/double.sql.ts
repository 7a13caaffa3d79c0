import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

/** The years that only the double has go to the school that stays; of the others that school's own are kept. Returns them all. */
export async function updateProfilesTo(
  db: Db,
  districtId: number,
  doubleId: number,
  intoId: number,
): Promise<number[]> {
  const { rows } = await sql<{ schoolYear: number }>`
    update organizations.school_profile p set school_id = ${intoId}
    where p.district_id = ${districtId} and p.school_id = ${doubleId} and not exists (
      select from organizations.school_profile o
      where o.district_id = p.district_id and o.school_id = ${intoId} and o.school_year = p.school_year)
    returning school_year`.execute(db)
  return rows.map(({ schoolYear }) => schoolYear)
}

export async function deleteProfiles(db: Db, districtId: number, schoolId: number): Promise<number[]> {
  const { rows } = await sql<{ schoolYear: number }>`
    delete from organizations.school_profile where district_id = ${districtId} and school_id = ${schoolId}
    returning school_year`.execute(db)
  return rows.map(({ schoolYear }) => schoolYear)
}

export async function updateCampusesTo(db: Db, doubleId: number, intoId: number): Promise<void> {
  await sql`update organizations.unit set parent_id = ${intoId} where kind = 'campus' and parent_id = ${doubleId}`.execute(
    db,
  )
}

export async function updateContactsTo(db: Db, districtId: number, doubleId: number, intoId: number): Promise<void> {
  await sql`update organizations.contact set unit_id = ${intoId}
    where district_id = ${districtId} and unit_id = ${doubleId}`.execute(db)
}

export async function updateDutiesTo(db: Db, doubleId: number, intoId: number): Promise<void> {
  await sql`update organizations.duty set school_id = ${intoId} where school_id = ${doubleId}`.execute(db)
}

export async function updateMergedInto(db: Db, doubleId: number, intoId: number, today: string): Promise<void> {
  await sql`update organizations.unit set merged_into = ${intoId}, closed_on = ${today}::date where id = ${doubleId}`.execute(
    db,
  )
}

/** Every cluster that a school is or was in. */
export async function listClustersEver(db: Db, schoolId: number): Promise<number[]> {
  const { rows } = await sql<{ clusterId: number }>`
    select distinct cluster_id from organizations.membership where school_id = ${schoolId} order by 1`.execute(db)
  return rows.map(({ clusterId }) => clusterId)
}

/** What an import may still bring with one of these codes: a school that was merged into another. */
export async function listMergedCodes(
  db: Db,
  codes: readonly string[],
): Promise<{ code: string; into: string; intoCode: string | null }[]> {
  const { rows } = await sql<{ code: string; into: string; intoCode: string | null }>`
    select s.code, t.name as into, t.code as into_code
    from organizations.unit s join organizations.unit t on t.id = s.merged_into
    where s.kind = 'school' and s.code = any (${codes}::text[])`.execute(db)
  return rows
}
