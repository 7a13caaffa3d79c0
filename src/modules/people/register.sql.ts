import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

const columns = ['staffNo', 'teacherId', 'name', 'schoolId', 'districtId'] as const

/** The teachers of these districts' register with these staff numbers. */
export const listTeachersByStaffNo = (
  db: Db,
  districtIds: readonly number[],
  schoolYear: number,
  staffNos: readonly string[],
) =>
  db
    .selectFrom('people.teacherYear')
    .select(columns)
    .where('districtId', 'in', districtIds)
    .where('schoolYear', '=', schoolYear)
    .where(sql<boolean>`staff_no = any (${staffNos}::text[])`)
    .execute()
