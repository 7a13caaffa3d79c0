import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Filed, LedgerScope } from '#platform/ledger.ts'

export interface CourseRow {
  /** 课程编号 */
  key: string
  districtId: number
  schoolYear: number
  name: string
  stage: string | null
  schoolId: number
  partnerSchoolIds: number[]
  categories: string[]
  benefitingStudents: number
}

/** The cluster's courses of a school year with these codes. */
export async function listCourses(
  db: Db,
  { districtIds, clusterId, schoolYear }: LedgerScope,
  codes: readonly string[],
): Promise<CourseRow[]> {
  const { rows } = await sql<CourseRow>`
    select code as key, district_id, school_year, name, stage, school_id, partner_school_ids,
      array_remove(array[case when co_built then '共建' end, case when featured then '特色' end,
        case when exported then '输出共享' end], null) as categories, benefiting_students
    from courses.course
    where district_id = any (${districtIds}::int[]) and cluster_id = ${clusterId} and school_year = ${schoolYear}
      and code = any (${codes}::text[])`.execute(db)
  return rows
}

/** The cluster's courses of a school year. */
export async function countCourses(db: Db, { districtIds, clusterId, schoolYear }: LedgerScope): Promise<number> {
  const { n } = await db
    .selectFrom('courses.course')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('districtId', 'in', districtIds)
    .where('clusterId', '=', clusterId)
    .where('schoolYear', '=', schoolYear)
    .executeTakeFirstOrThrow()
  return n
}

/** New courses are added, those on file under the same code become what these say. */
export async function saveCourses(db: Db, courses: readonly (CourseRow & Filed)[]): Promise<void> {
  await sql`
    insert into courses.course (district_id, id, cluster_id, school_year, code, name, stage, school_id, partner_school_ids,
      co_built, featured, exported, benefiting_students, import_id, source_row)
    select "districtId", id, "clusterId", "schoolYear", key, name, stage, "schoolId", "partnerSchoolIds",
      '共建' = any (categories), '特色' = any (categories), '输出共享' = any (categories), "benefitingStudents", "importId",
      "sourceRow"
    from jsonb_to_recordset(${JSON.stringify(courses)}::jsonb) as c ("districtId" int, id uuid, "clusterId" int,
      "schoolYear" smallint, key text, name text, stage text, "schoolId" int, "partnerSchoolIds" int[], categories text[],
      "benefitingStudents" int, "importId" uuid, "sourceRow" int)
    on conflict (district_id, cluster_id, school_year, code) do update set name = excluded.name, stage = excluded.stage,
      school_id = excluded.school_id, partner_school_ids = excluded.partner_school_ids, co_built = excluded.co_built,
      featured = excluded.featured, exported = excluded.exported, benefiting_students = excluded.benefiting_students,
      import_id = excluded.import_id, source_row = excluded.source_row`.execute(db)
}
