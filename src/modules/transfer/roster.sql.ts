import type { Db } from '#platform/database/database.ts'
import type { RosterTeacher } from './roster.rules.ts'

/** The teachers of some schools in a school year, by what never changes. */
export const listRosterTeachers = (
  db: Db,
  { districtIds, schoolIds }: { districtIds: readonly number[]; schoolIds: readonly number[] },
  schoolYear: number,
): Promise<RosterTeacher[]> =>
  db
    .selectFrom('people.teacherYear')
    .select(['teacherId', 'schoolId', 'staffNo', 'name'])
    .where('districtId', 'in', districtIds)
    .where('schoolId', 'in', schoolIds)
    .where('schoolYear', '=', schoolYear)
    .orderBy('schoolId')
    .orderBy('staffNo')
    .orderBy('teacherId')
    .execute()
