import { verbsOn, within } from '#shared/access.ts'
import type { Reply } from '#shared/endpoint.ts'
import { maskName } from '#shared/names.ts'
import type { Context } from '#platform/context.ts'
import { noteStale } from '#platform/facts.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { listMembers, listUnitNames, type Member } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { ruleOf } from './eligibility.rules.ts'
import { eligibleListAccess } from './eligible-list.access.ts'
import type { Difference, eligibleListApi } from './eligible-list.contract.ts'
import {
  deleteFrozenRows,
  insertFrozenRows,
  insertLists,
  listConcerned,
  listDifferences,
  listSchoolLists,
  markThawed,
  type FoundDifference,
} from './eligible-list.sql.ts'
import { keyOf, noteRegister } from './figures.actions.ts'
import { peopleProblems } from './problems.ts'

/** How the year's list of a unit stands: each school, what is frozen, and what has changed since. */
export async function readLists(
  ctx: Context,
  unit: UnitSubject,
  year: number,
): Promise<Reply<typeof eligibleListApi.read>> {
  const schools = await seenMembers(ctx, unit, year)
  const lists = await listSchoolLists(ctx.db, schools, year)
  const found = await listDifferences(ctx.db, schools, year)
  const names = await namesOf(ctx, [...schools.map(({ schoolId }) => schoolId), ...found.map(({ nowSchoolId }) => nowSchoolId ?? 0)]) // prettier-ignore
  const { eligibility, exemptions } = policiesOf(ctx.policies, unit.districtId)
  const rule = ruleOf(eligibility, year)
  return {
    schools: lists.map(({ rule: _, frozenTeachers, frozenEligible, ...list }) => ({
      ...list,
      frozenAt: list.frozenAt?.toISOString() ?? null,
      schoolName: names.get(list.schoolId) ?? '',
      frozenEligible: list.frozenAt ? frozenEligible : null,
    })),
    rule: rule ? { name: rule.name, words: rule.words } : null,
    exemptions: exemptions.map(({ kind, maxYears }) => ({ kind, maxYears })),
    differences: found.map((one) => differenceOf(ctx, one, names)),
    can: verbsOn(eligibleListAccess, ctx.actor, unit),
  }
}

function differenceOf({ actor }: Context, found: FoundDifference, names: ReadonlyMap<number, string>): Difference {
  const known = within(actor.names, found)
  return {
    teacherId: found.teacherId,
    name: known ? found.name : maskName(found.name),
    masked: !known,
    schoolId: found.schoolId,
    schoolName: names.get(found.schoolId) ?? '',
    kind: kindOf(found),
    nowSchoolName: found.nowSchoolId === null ? null : (names.get(found.nowSchoolId) ?? null),
  }
}

function kindOf({ frozenEligible, nowSchoolId, schoolId, eligible }: FoundDifference): Difference['kind'] {
  if (frozenEligible === null) return '新登记'
  if (nowSchoolId === null) return '不在名册'
  if (nowSchoolId !== schoolId) return '已调动'
  return eligible ? '改为符合' : '改为不符合'
}

/** Freezes the lists of a unit's schools that are not frozen yet; a school without a register is left out. */
export async function freeze(
  ctx: Context,
  unit: UnitSubject,
  year: number,
): Promise<Reply<typeof eligibleListApi.freeze>> {
  const members = await listMembers(ctx.db, unit.id, [year])
  const open = (await listSchoolLists(ctx.db, members, year)).filter(
    ({ teachers, frozenAt }) => teachers > 0 && frozenAt === null,
  )
  if (open.length === 0) throw peopleProblems.nothingToFreeze({ year })
  const rule = ruleOf(policiesOf(ctx.policies, unit.districtId).eligibility, year)
  const said = { schoolYear: year, rule: rule?.words ?? '', frozenAt: ctx.now, frozenBy: ctx.actor.name }
  const fresh = await insertLists(
    ctx.db,
    open.map(({ districtId, schoolId }) => ({ ...said, districtId, schoolId, id: ctx.newId() })),
  )
  const frozen = open.filter(({ schoolId }) => fresh.includes(schoolId))
  await insertFrozenRows(ctx.db, frozen, year)
  await tellFigures(ctx, frozen, year)
  const sum = (of: (one: (typeof frozen)[number]) => number) => frozen.reduce((total, one) => total + of(one), 0)
  const counts = { teachers: sum(({ teachers }) => teachers), eligible: sum(({ eligible }) => eligible) }
  ctx.note({ ...placeOf(unit), schoolYear: year, schools: frozen.length, ...counts })
  return { schools: frozen.length, ...counts }
}

/** Gives the lists of a unit's schools back to the register, with a reason that stays on record. */
export async function thaw(
  ctx: Context,
  unit: UnitSubject,
  { year, reason }: { year: number; reason: string },
): Promise<Reply<typeof eligibleListApi.thaw>> {
  const members = await listMembers(ctx.db, unit.id, [year])
  const thawed = await markThawed(ctx.db, members, year, { at: ctx.now, by: ctx.actor.name, reason })
  if (thawed.length === 0) throw peopleProblems.notFrozen({ year })
  const schools = members.filter(({ schoolId }) => thawed.includes(schoolId))
  await tellFigures(ctx, schools, year)
  await deleteFrozenRows(ctx.db, schools, year)
  ctx.note({ ...placeOf(unit), schoolYear: year, schools: thawed.length, reason })
  return { schools: thawed.length }
}

const placeOf = ({ id, districtId }: UnitSubject) => ({ districtId, unitId: id, subjectId: String(id) })

/** Of the schools whose list it is, and of all who stand in the register or the list there. */
async function tellFigures(
  ctx: Context,
  schools: readonly Pick<Member, 'districtId' | 'schoolId'>[],
  schoolYear: number,
): Promise<void> {
  await noteStale(
    ctx.db,
    schools.map(({ districtId, schoolId }) => keyOf({ districtId, schoolId, schoolYear })),
  )
  await noteRegister(ctx, await listConcerned(ctx.db, schools, schoolYear))
}

async function seenMembers({ db, actor }: Context, unit: UnitSubject, year: number): Promise<Member[]> {
  return (await listMembers(db, unit.id, [year])).filter((member) => within(actor.sees, member))
}

async function namesOf({ db }: Context, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  return new Map((await listUnitNames(db, [...new Set(ids)])).map(({ id, name }) => [id, name]))
}
