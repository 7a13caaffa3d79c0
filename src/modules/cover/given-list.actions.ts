import type { Reply } from '#shared/endpoint.ts'
import { grouped } from '#shared/group.ts'
import { maskName } from '#shared/names.ts'
import type { Context } from '#platform/context.ts'
import { findUnit, listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { schoolsOf } from './board.actions.ts'
import { settle } from './given.actions.ts'
import type { givenApi, GivenLine } from './given.contract.ts'
import { listGivenIn, type GivenRow } from './given.sql.ts'
import { isNamed, keepsSchool } from './school.access.ts'
import type { Term } from '#shared/week.ts'

type Found = GivenRow & { teacher: string; pinyin: string }
const MOST_LINES = 500

/** What the schools of a unit gave and took in a year or a term. */
export async function readGiven(
  ctx: Context,
  unit: UnitSubject,
  { year, term }: { year: number; term?: Term | undefined },
): Promise<Reply<typeof givenApi.list>> {
  await settle(ctx, [unit.districtId])
  const schoolIds = await schoolsOf(ctx, unit, ctx.today)
  const scope = { districtIds: [unit.districtId], schoolIds }
  const found = await listGivenIn(ctx.db, scope, { schoolYear: year, term: term ?? null })
  const names = await namesOf(ctx, found, schoolIds)
  const counted = found.filter(({ state }) => state === '已确认')
  return {
    schools: bySchool(counted, schoolIds).map((one) => ({ ...one, schoolName: names.get(one.schoolId) ?? '' })),
    subjects: [...grouped(counted, ({ subject }) => subject)]
      .map(([subject, lessons]) => ({ subject, lessons: lessons.length }))
      .sort((a, b) => b.lessons - a.lessons || (a.subject < b.subject ? -1 : 1)),
    teachers: byTeacher(ctx, counted, names),
    lines: await linesOf(ctx, found.slice(0, MOST_LINES), names),
    contested: found.length - counted.length,
    total: found.length,
  }
}

async function namesOf(ctx: Context, found: readonly Found[], schoolIds: readonly number[]) {
  const ids = new Set([...schoolIds, ...found.flatMap(({ schoolId, toSchoolId }) => [schoolId, toSchoolId])])
  return new Map((await listUnitNames(ctx.db, [...ids])).map(({ id, name }) => [id, name]))
}

function bySchool(counted: readonly Found[], schoolIds: readonly number[]) {
  const between = counted.filter(({ schoolId, toSchoolId }) => schoolId !== toSchoolId)
  return schoolIds
    .map((schoolId) => ({
      schoolId,
      given: between.filter((one) => one.schoolId === schoolId).length,
      taken: between.filter((one) => one.toSchoolId === schoolId).length,
      own: counted.filter((one) => one.schoolId === schoolId && one.toSchoolId === schoolId).length,
    }))
    .filter(({ given, taken, own }) => given + taken + own > 0)
    .sort((a, b) => b.given - a.given || b.taken - a.taken || a.schoolId - b.schoolId)
}

function byTeacher(ctx: Context, counted: readonly Found[], names: ReadonlyMap<number, string>) {
  return [...grouped(counted, ({ teacherId }) => teacherId)]
    .map(([teacherId, lessons]) => ({ teacherId, lessons: lessons.length, first: lessons[0]! }))
    .sort((a, b) => b.lessons - a.lessons || (a.first.pinyin < b.first.pinyin ? -1 : 1))
    .map(({ teacherId, lessons, first }) => ({
      ...{ teacherId, lessons, schoolName: names.get(first.schoolId) ?? '', name: toldOf(ctx, first) },
    }))
}

const toldOf = (ctx: Context, { teacher, schoolId, districtId }: Found): string =>
  isNamed(ctx.actor, { schoolId, districtId }) ? teacher : maskName(teacher)

async function linesOf(
  ctx: Context,
  found: readonly Found[],
  names: ReadonlyMap<number, string>,
): Promise<GivenLine[]> {
  const receivers = await Promise.all([...new Set(found.map((one) => one.toSchoolId))].map((id) => findUnit(ctx.db, id, ctx.today))) // prettier-ignore
  const kept = new Set(receivers.flatMap((unit) => (unit && keepsSchool(ctx.actor, unit) ? [unit.id] : [])))
  return found.map((one) => ({
    ...{ id: one.id, kind: one.kind, day: one.day, period: one.period, className: one.className, subject: one.subject },
    ...{ fromSchool: names.get(one.schoolId) ?? '', toSchool: names.get(one.toSchoolId) ?? '' },
    ...{ state: one.state, contest: one.contest, teacherName: toldOf(ctx, one) },
    can: kept.has(one.toSchoolId) ? [one.state === '已确认' ? ('contest' as const) : ('confirm' as const)] : [],
  }))
}
