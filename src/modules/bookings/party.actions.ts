import type { Context } from '#platform/context.ts'
import { listCampusPlaces, listMembers, listMembersOn, stagesOfKind } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { booksFor } from './booking.access.ts'
import { bookingProblems } from './problems.ts'

/** The districts in which the venues of a cluster lie; a group may reach over more than one. */
export async function districtsOf(ctx: Context, unit: UnitSubject): Promise<number[]> {
  if (unit.kind !== 'group') return [unit.districtId]
  const members = await listMembers(ctx.db, unit.id, [schoolYearOf(ctx.today)])
  return [...new Set([unit.districtId, ...members.map(({ districtId }) => districtId)])]
}

/** The school that a request is for: the one named, or the only one for which the person books. */
export async function userSchoolOf(
  ctx: Context,
  unit: UnitSubject,
  asked: number | null | undefined,
): Promise<{ userSchoolId: number; members: number[] }> {
  const members = await listMembersOn(ctx.db, unit.id, ctx.today)
  const own = booksFor(ctx.actor, unit, members)
  if (asked && !own.includes(asked)) throw bookingProblems.notYourSchool()
  const userSchoolId = asked ?? (own.length === 1 ? own[0] : undefined)
  if (userSchoolId === undefined) throw bookingProblems.whichSchool()
  return { userSchoolId, members }
}

/** The stages that a member school teaches; undefined where its kind is not known. */
export async function stagesOf(ctx: Context, unitId: number, schoolId: number): Promise<readonly string[] | undefined> {
  const places = await listCampusPlaces(ctx.db, unitId, ctx.today)
  const kind = places.find((place) => place.schoolId === schoolId)?.kind
  return kind ? stagesOfKind(kind) : undefined
}
