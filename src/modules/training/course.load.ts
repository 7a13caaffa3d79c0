import type { Policy } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { policiesOf } from '#platform/policies/book.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { findUnit, listDistrictIds, listMembersOn, placeOf, unitAccess } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { findLatestSchool } from '#modules/people/index.ts'
import { keepsCourses, speaksForSchool, type Holder } from './course.access.ts'
import { tierOfKind } from './course.rules.ts'
import { findCourse, type CourseRow } from './course.sql.ts'
import { planOn, type PlanInForce } from './credit.rules.ts'

export const planOf = (ctx: Pick<Context, 'policies' | 'today'>, districtId: number, day = ctx.today) =>
  planOn(policiesOf(ctx.policies, districtId).training, day)

/** A unit that may hold courses. */
export async function loadHolder(ctx: Context, id: number): Promise<UnitSubject | undefined> {
  const unit = await findUnit(ctx.db, id, ctx.today)
  return unit && tierOfKind(unit.kind) ? unit : undefined
}

export const holderOf = (unit: UnitSubject): Holder => ({ kind: unit.kind, place: placeOf(unit) })

/** The teacher whom the reader is, with the school of the latest register. */
export interface OwnTeacher extends TeacherKey {
  schoolId: number
}

export async function findOwn(ctx: Context): Promise<OwnTeacher | undefined> {
  const own = await findOwnTeacher(ctx)
  const schoolId = own && (await ctx.asOwner((db) => findLatestSchool(db, own)))
  return own && schoolId !== undefined ? { ...own, schoolId } : undefined
}

export interface CourseSubject {
  row: CourseRow
  unit: UnitSubject
  holder: Holder
  /** The schools whose teachers it is for; null: of every school of the district. */
  audience: readonly number[] | null
  own: OwnTeacher | undefined
  plan: PlanInForce | undefined
}

export async function loadCourse(ctx: Context, id: string): Promise<CourseSubject | undefined> {
  const own = await findOwn(ctx)
  const districtIds = await listDistrictIds(ctx.db)
  const row = await ctx.asOwner((db) => findCourse(db, districtIds, id, own?.teacherId ?? null))
  const unit = row && (await loadHolder(ctx, row.unitId))
  if (!row || !unit) return undefined
  const audience = await audienceOf(ctx, unit)
  return { row, unit, holder: holderOf(unit), audience, own, plan: planOf(ctx, row.districtId) }
}

async function audienceOf(ctx: Context, unit: UnitSubject): Promise<readonly number[] | null> {
  if (unit.kind === 'school') return [unit.id]
  return unit.kind === 'district' ? null : listMembersOn(ctx.db, unit.id, ctx.today)
}

/** Whether a course is for the reader's own school. */
export const isInvited = ({ own, audience, row }: CourseSubject): boolean =>
  own !== undefined && own.districtId === row.districtId && (audience === null || audience.includes(own.schoolId))

/** The schools of the audience for which the reader may put teachers on the list; null: all of them. */
export function schoolsToAdd(actor: Context['actor'], subject: CourseSubject): readonly number[] | null {
  const { holder, audience } = subject
  if (keepsCourses(actor, holder)) return audience
  const own = actor.grants.filter(({ role }) => role === 'principal' || role === 'liaison').map(({ unitId }) => unitId)
  return audience === null ? own : own.filter((schoolId) => audience.includes(schoolId))
}

const mayAdd: Policy<CourseSubject> = (actor, subject) =>
  keepsCourses(actor, subject.holder) || (speaksForSchool(actor) && (schoolsToAdd(actor, subject)?.length ?? 0) > 0)

/** What may be done with a course, by whom. */
export const courseAccess = {
  read: (actor, subject) => unitAccess.readFigures(actor, subject.unit) || isInvited(subject) || subject.row.mine,
  keep: (actor, { holder }) => keepsCourses(actor, holder),
  enrol: (_, subject) => isInvited(subject),
  leave: (_, { row }) => row.mine,
  add: mayAdd,
  /** Who takes part is for those who keep the course, and for those who answer for some who do. */
  seePeople: (actor, subject) =>
    mayAdd(actor, subject) || actor.holds(['district-officer', 'city-officer', 'cluster-office'], subject.holder.place),
} satisfies Record<string, Policy<CourseSubject>>
