import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { RotationStatus } from './batch.rules.ts'

/** Where a teacher is, was or is to be, away from home. */
export interface PlacementRow {
  districtId: number
  rotationId: string
  teacherId: string
  homeSchoolId: number
  fromSchoolId: number
  toSchoolId: number
  form: string
  /** null: nobody said how much of the teacher's time. */
  ftePercent: number | null
  /** The school year in which it began. */
  schoolYear: number
  startOn: string
  endOn: string | null
  status: RotationStatus
  batchId: string | null
  /** Whether it runs in the school year that was asked for. */
  running: boolean
}

/**
 * Where teachers are placed: what runs in a school year, and where they went in the five years before. Of these schools'
 * teachers (by home school), or of these teachers; what was withdrawn is left out.
 */
export async function listPlacements(
  db: Db,
  where: {
    districtIds: readonly number[]
    schoolIds?: readonly number[]
    teacherIds?: readonly string[]
    schoolYear: number
  },
): Promise<PlacementRow[]> {
  const { districtIds, schoolIds = null, teacherIds = null, schoolYear } = where
  const { rows } = await sql<PlacementRow>`
    select p.*, p.start_on <= make_date(${schoolYear}::int + 1, 8, 31)
      and coalesce(p.end_on, make_date(p.school_year + 1, 8, 31)) >= make_date(${schoolYear}::int, 9, 1) as running
    from (select r.district_id, r.id as rotation_id, r.teacher_id, r.school_id as home_school_id, r.from_school_id,
        r.to_school_id, r.form, r.fte_percent, r.school_year, r.start_on, r.end_on, r.status, r.batch_id
      from mobility.rotation r
      where r.district_id = any (${districtIds}::int[])
        and (${schoolIds}::int[] is null or r.school_id = any (${schoolIds}::int[]))
        and (${teacherIds}::uuid[] is null or r.teacher_id = any (${teacherIds}::uuid[]))
        and r.school_year between ${schoolYear}::int - 5 and ${schoolYear}::int and r.status <> '已撤销') p
    order by p.teacher_id, p.start_on`.execute(db)
  return rows
}
