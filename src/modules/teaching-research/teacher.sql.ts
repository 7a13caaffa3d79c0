import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

/** A teacher by the latest row of the register. */
export interface KnownTeacher {
  districtId: number
  teacherId: string
  schoolId: number
  name: string
}

interface Among {
  districtIds: readonly number[]
  schoolIds: readonly number[]
}

const latest = sql`not exists (select from people.teacher_year n where n.district_id = t.district_id
  and n.teacher_id = t.teacher_id and n.school_year > t.school_year)`

/** Who of these schools is called so, or has this staff number: by what the latest register says. */
export async function listCalled(
  db: Db,
  among: Among,
  calls: readonly string[],
): Promise<(KnownTeacher & { staffNo: string })[]> {
  // prettier-ignore
  const { rows } = await sql<KnownTeacher & { staffNo: string }>`
    select t.district_id, t.teacher_id, t.school_id, t.name, t.staff_no from people.teacher_year t
    where t.district_id = any (${among.districtIds}::int[]) and t.school_id = any (${among.schoolIds}::int[])
      and (t.name = any (${calls}::text[]) or t.staff_no = any (${calls}::text[])) and ${latest}
    order by t.school_id, t.teacher_id`.execute(db)
  return rows
}

/** A teacher as the latest register has them. Read as the owner. */
export async function findTeacher(
  db: Db,
  { districtId, teacherId }: { districtId: number; teacherId: string },
): Promise<KnownTeacher | undefined> {
  const { rows } = await sql<KnownTeacher>`
    select t.district_id, t.teacher_id, t.school_id, t.name from people.teacher_year t
    where t.district_id = ${districtId} and t.teacher_id = ${teacherId} and ${latest}`.execute(db)
  return rows[0]
}
