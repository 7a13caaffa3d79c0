import { schoolYearName } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { notify } from '#modules/workbench/index.ts'
import type { Agreed } from './vacancy.rules.ts'

export const vacancyAddress = (unitId: number, year: number): string =>
  `/clusters/${unitId}/posts?part=vacancies&year=${year}`

/** Both schools hear of what was agreed about their posts. */
export async function tellAgreed(
  ctx: Context,
  unit: UnitSubject,
  { id, schoolYear, ...agreed }: Agreed & { id: string; schoolYear: number; decidedBy: string },
  nameOf: (schoolId: number) => string,
): Promise<void> {
  const { stage, subject, n, fromSchoolId, toSchoolId, decidedBy } = agreed
  await notify(ctx, {
    kind: 'posts.agreed',
    key: id,
    districtId: unit.districtId,
    title: `${stage}${subject}教师 ${n} 人：${nameOf(fromSchoolId)}调剂到${nameOf(toSchoolId)}`,
    text: `${schoolYearName(schoolYear)}，由${decidedBy}决定。`,
    to: vacancyAddress(unit.id, schoolYear),
    unitIds: [fromSchoolId, toSchoolId],
    roles: ['principal', 'liaison'],
  })
}
