import type { Reply } from '#shared/endpoint.ts'
import { dayAfter } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import { isCluster, listMembersOn } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listSchools } from './day.sql.ts'
import { gapLines } from './gap-lines.ts'
import type { gapApi } from './gap.contract.ts'
import { listGaps } from './gap.sql.ts'
import { listTeachersNamed } from './register.sql.ts'
import { leadsCluster, keepsSchool } from './school.access.ts'
import { findRule, saveRule } from './rule.sql.ts'
import type { CoverRule } from './rule.contract.ts'
import { listTimetables } from './timetable.sql.ts'
import { mondayOf, termAt } from '#shared/week.ts'

/** The schools of a page: a cluster's members on a day, or the one school. */
export const schoolsOf = async (ctx: Context, unit: UnitSubject, day: string): Promise<number[]> =>
  isCluster(unit) ? listMembersOn(ctx.db, unit.id, day) : [unit.id]

/** A week of a cluster or a school: what is open, and who has a timetable. */
export async function readBoard(
  ctx: Context,
  unit: UnitSubject,
  asked: string | undefined,
): Promise<Reply<typeof gapApi.board>> {
  const monday = mondayOf(asked ?? ctx.today)
  const { districtId } = unit
  const schoolIds = await schoolsOf(ctx, unit, monday > ctx.today ? monday : ctx.today)
  const schools = await listSchools(ctx.db, districtId, schoolIds)
  const timetables = await listTimetables(ctx.db, districtId, schoolIds)
  const week: [string, string] = [monday, dayAfter(monday, 6)]
  const holding = (id: number) =>
    timetables.find((one) => one.schoolId === id && one.fromDay <= week[1] && one.untilDay >= monday)
  const clusterId = isCluster(unit) ? unit.id : (unit.clusterIds[0] ?? unit.id)
  return {
    ...{ monday, today: ctx.today, ...termAt(monday) },
    gaps: await gapLines(ctx, await listGaps(ctx.db, [districtId], schoolIds, week)),
    schools: schools.map(({ id, name }) => ({
      schoolId: id,
      schoolName: name,
      lessons: holding(id)?.lessons ?? 0,
      fromDay: holding(id)?.fromDay ?? null,
    })),
    rule: await ctx.asOwner((db) => findRule(db, districtId, clusterId)),
    ownSchoolId: await ownSchoolOf(ctx),
    can: [
      ...(leadsCluster(ctx.actor, unit) ? (['rule', 'post'] as const) : []),
      ...(unit.kind === 'school' && keepsSchool(ctx.actor, unit) ? (['report'] as const) : []),
    ],
  }
}

async function ownSchoolOf(ctx: Context): Promise<number | null> {
  const own = await findOwnTeacher(ctx)
  if (!own) return null
  const [teacher] = await ctx.asOwner((db) => listTeachersNamed(db, own.districtId, [own.teacherId]))
  return teacher?.schoolId ?? null
}

export async function keepRule(ctx: Context, { id, districtId }: UnitSubject, rule: CoverRule): Promise<void> {
  await saveRule(ctx.db, { districtId, clusterId: id }, rule)
  ctx.note({ districtId, unitId: id, ...rule })
}
