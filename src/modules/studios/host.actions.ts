import { Problem } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { teacherCalled } from '#modules/teaching-research/index.ts'
import { RETIRED, type Line } from './line.contract.ts'
import { studiosProblems } from './problems.ts'
import { schoolsNow } from './studio.load.ts'

export interface HostFields {
  hostDistrictId: number | null
  hostId: string | null
  hostName: string
  schoolDistrictId: number
  schoolId: number
}

/** Who hosts, found in the register of the school at which the studio stands; who retired, and is in none, by name alone. */
export async function hostOf(
  ctx: Context,
  school: UnitSubject,
  { line, host }: { line: Line; host: string },
): Promise<HostFields> {
  const place = { schoolDistrictId: school.districtId, schoolId: school.id }
  try {
    const { districtId, teacherId, name } = await teacherCalled(ctx, [school], host)
    return { ...place, hostDistrictId: districtId, hostId: teacherId, hostName: name }
  } catch (error) {
    const isUnknown = error instanceof Problem && error.code === 'teaching-research.noSuchTeacher'
    if (!isUnknown || line !== RETIRED) throw error
    return { ...place, hostDistrictId: null, hostId: null, hostName: host }
  }
}

export async function memberSchool(ctx: Context, unit: UnitSubject, schoolId: number): Promise<UnitSubject> {
  const school = (await schoolsNow(ctx, unit)).find(({ id }) => id === schoolId)
  if (!school) throw studiosProblems.notMember()
  return school
}
