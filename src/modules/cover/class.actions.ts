import type { Context } from '#platform/context.ts'
import { gradeOfClass, inClassOrder, type SchoolClass } from '#shared/school-class.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { listClasses } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { listClassNames } from './class.sql.ts'

/** The classes of a school in a school year, where somebody is to choose among them; a register leaves nothing to the timetables. */
export async function readClasses(
  { db, today }: Context,
  { id, districtId }: UnitSubject,
  year: number | undefined,
): Promise<{ classes: SchoolClass[] }> {
  const of = { districtIds: [districtId], schoolIds: [id], schoolYear: year ?? schoolYearOf(today) }
  const kept = (await listClasses(db, of)).map(({ name, grade }) => ({ name, grade }))
  const classes = kept.length > 0 ? kept : (await listClassNames(db, of)).map(asClass)
  return { classes: classes.toSorted(inClassOrder) }
}

const asClass = (name: string): SchoolClass => ({ name, grade: gradeOfClass(name) ?? null })
