import type { Context } from '#platform/context.ts'
import { findUnit, listDistrictIds } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { keeps, type TeacherPlace } from './teacher.access.ts'
import type { TeacherRow } from './teacher.rules.ts'
import { listTeacherRows } from './year.sql.ts'

export const placeOfSchool = ({
  id,
  districtId,
  clusterIds,
}: Pick<UnitSubject, 'id' | 'districtId' | 'clusterIds'>): TeacherPlace => ({ schoolId: id, districtId, clusterIds })

/** Where schools stand today, by their id. */
export async function placesOf(
  { db, today }: Context,
  schoolIds: Iterable<number>,
): Promise<ReadonlyMap<number, TeacherPlace>> {
  const places = new Map<number, TeacherPlace>()
  for (const id of new Set(schoolIds)) {
    const school = await findUnit(db, id, today)
    if (school) places.set(id, placeOfSchool(school))
  }
  return places
}

/** A teacher's row of one year, and of the later years that the person may edit as well. */
export interface LoadedYear {
  row: TeacherRow
  later: readonly TeacherRow[]
  at: TeacherPlace
}

/** Undefined where the year is not there, or not to be seen. */
export async function loadYear(
  ctx: Context,
  { teacherId, year }: { teacherId: string; year: number },
): Promise<LoadedYear | undefined> {
  const rows = await listTeacherRows(ctx.db, await listDistrictIds(ctx.db), teacherId)
  const row = rows.find(({ schoolYear }) => schoolYear === year)
  if (!row) return undefined
  const places = await placesOf(
    ctx,
    rows.map(({ schoolId }) => schoolId),
  )
  const mine = (one: TeacherRow) => keeps(ctx.actor, places.get(one.schoolId)!)
  const later = rows.filter((one) => one.schoolYear > year && one.districtId === row.districtId && mine(one))
  return { row, later, at: places.get(row.schoolId)! }
}
