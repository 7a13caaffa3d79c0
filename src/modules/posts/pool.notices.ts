import { grouped } from '#shared/group.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { notify } from '#modules/workbench/index.ts'
import { postAccess } from './post.access.ts'

export const poolAddress = (unitId: number, year?: number): string =>
  `/clusters/${unitId}/posts${year === undefined ? '' : `?year=${year}`}`

/** Schools put teachers forward: the office is told, unless it did so itself. */
export async function tellProposed(
  ctx: Context,
  unit: UnitSubject,
  { year, n, key }: { year: number; n: number; key: string },
): Promise<void> {
  if (postAccess.decide(ctx.actor, unit)) return
  await notify(ctx, {
    kind: 'posts.proposed',
    key,
    districtId: unit.districtId,
    title: `${ctx.actor.name}推荐 ${n} 位教师进入骨干教师蓄水池`,
    text: `${schoolYearName(year)}，请学区办决定。`,
    to: poolAddress(unit.id, year),
    unitIds: [unit.id],
    roles: ['cluster-office'],
  })
}

/** Each school hears how many of its own were decided on. */
export async function tellDecided(
  ctx: Context,
  unit: UnitSubject,
  decided: readonly { id: string; schoolId: number; districtId: number }[],
  accept: boolean,
): Promise<void> {
  for (const [schoolId, own] of grouped(decided, (one) => one.schoolId))
    await notify(ctx, {
      kind: 'posts.decided',
      key: own[0]!.id,
      districtId: own[0]!.districtId,
      title: accept
        ? `本校 ${own.length} 位教师进入骨干教师蓄水池`
        : `本校 ${own.length} 位教师这次没有进入骨干教师蓄水池`,
      text: `${unit.name}已作出决定。`,
      to: poolAddress(unit.id),
      unitIds: [schoolId],
      roles: ['principal', 'liaison'],
    })
}
