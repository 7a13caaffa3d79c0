import { refuse } from '#shared/problem.ts'
import type { Input } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { listUnitNames } from '#modules/organizations/index.ts'
import type { enrolmentApi } from './enrolment.contract.ts'
import { headsIn, whyNotEnrol } from './enrolment.rules.ts'
import { deleteEnrolled, insertEnrolled } from './enrolment.sql.ts'
import { speaksFor } from './offering.access.ts'
import { membersOf, openOf, type OfferingSubject } from './offering.load.ts'
import { whyNotStanding } from './offering.rules.ts'
import { deliveryProblems } from './problems.ts'

/** All classes of a school that take part, in the place of those before. */
export async function enrolClasses(
  ctx: Context,
  { row, unit }: OfferingSubject,
  { schoolId: asked, classes, room }: Input<typeof enrolmentApi.enrol>['body'],
): Promise<{ people: number }> {
  refuse(whyNotStanding(row.state))
  const own = speaksFor(ctx.actor, unit, await membersOf(ctx, unit))
  const schoolId = asked ?? (own.length === 1 ? own[0] : undefined)
  if (schoolId === undefined || !own.includes(schoolId)) throw deliveryProblems.notYourSchool()
  const [school] = await listUnitNames(ctx.db, [schoolId])
  refuse(whyNotEnrol(openOf(row), { schoolId, school: school!.name, classes, today: ctx.today }))
  await deleteEnrolled(ctx.db, row, schoolId)
  await insertEnrolled(ctx.db, row, { schoolId, room, at: ctx.now, by: ctx.actor.name }, classes)
  const people = headsIn(classes)
  const { districtId, id, course } = row
  ctx.note({ districtId, unitId: schoolId, subjectId: id, course, classes: classes.length, people })
  return { people }
}
