import { schoolYearName } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { notify } from '#modules/workbench/index.ts'
import { postAccess } from './post.access.ts'
import type { DecisionKind } from './quota.rules.ts'

export const quotaAddress = (unitId: number, year: number): string =>
  `/clusters/${unitId}/posts?part=titles&year=${year}`

interface About {
  id: string
  title: string
  schoolYear: number
}

/** A school put somebody forward: the office is told, unless it did so itself. No name travels by letter. */
export async function tellApplied(
  ctx: Context,
  unit: UnitSubject,
  { id, title, schoolYear, schoolName }: About & { schoolName: string },
): Promise<void> {
  if (postAccess.decide(ctx.actor, unit)) return
  await notify(ctx, {
    kind: 'posts.applied',
    key: id,
    districtId: unit.districtId,
    title: `${schoolName}申报一个${title}名额`,
    text: `${schoolYearName(schoolYear)}，等待决定。`,
    to: quotaAddress(unit.id, schoolYear),
    unitIds: [unit.id],
    roles: ['cluster-office'],
  })
}

const outcome: Record<DecisionKind, string> = {
  allot: '本校申报的一个{title}名额已经同意',
  decline: '本校申报的一个{title}名额这次没有同意',
  takeBack: '本校的一个{title}名额已收回',
}

/** The school hears what was decided about its candidate. */
export async function tellAllotted(
  ctx: Context,
  unit: UnitSubject,
  { schoolId, districtId, title, schoolYear }: Omit<About, 'id'> & { schoolId: number; districtId: number },
  { kind, decidedBy, key }: { kind: DecisionKind; decidedBy: string; key: string },
): Promise<void> {
  await notify(ctx, {
    kind: 'posts.allotted',
    key,
    districtId,
    title: outcome[kind].replace('{title}', title),
    text: `由${decidedBy}决定。`,
    to: quotaAddress(unit.id, schoolYear),
    unitIds: [schoolId],
    roles: ['principal', 'liaison'],
  })
}
