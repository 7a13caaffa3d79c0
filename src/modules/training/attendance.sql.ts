import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { noteRecorded, noteStale } from '#platform/facts.ts'

interface Place {
  schoolId: number
  schoolYear: number
}

/** Whose attendance changed: of those in a course, or of some teachers in all of theirs. */
type Attendance = { districtId: number } & ({ courseId: string } | { teacherIds: readonly string[] })

/** The figures of training are counted anew where somebody takes part. Runs as the owner. */
export async function noteAttendance(db: Db, attendance: Attendance): Promise<void> {
  const { districtId } = attendance
  const places = await listPlaces(db, attendance)
  const years = [...new Set(places.map(({ schoolYear }) => schoolYear))]
  const keysOf = (list: readonly Place[]) => list.map((one) => ({ ...one, districtId, source: 'training.attendance' }))
  const begun = await noteRecorded(db, keysOf(await listRegistered(db, districtId, years)))
  await noteStale(db, [...begun, ...keysOf(places)])
}

async function listPlaces(db: Db, attendance: Attendance): Promise<Place[]> {
  const which =
    'courseId' in attendance
      ? sql`c.id = ${attendance.courseId}::uuid`
      : sql`e.teacher_id = any (${attendance.teacherIds}::uuid[])`
  const { rows } = await sql<Place>`
    select distinct e.school_id, c.school_year from training.enrolment e
    join training.course c on c.district_id = e.district_id and c.id = e.course_id
    where e.district_id = ${attendance.districtId} and ${which}`.execute(db)
  return rows
}

/** Where a figure of training is 0 and not unknown, once anybody of the district takes part: every school with a register. */
async function listRegistered(db: Db, districtId: number, years: readonly number[]): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select school_id, school_year from platform.recorded
    where district_id = ${districtId} and school_year = any (${years}::smallint[]) and source = 'people.teachers'`.execute(
    db,
  )
  return rows
}
