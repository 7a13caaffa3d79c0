import { within } from '#shared/access.ts'
import { maskName, maskStaffNo } from '#shared/names.ts'
import type { Context } from '#platform/context.ts'
import { findUnit } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { namesRotation, rotationAccess, seesRotation, type RotationSubject } from './mobility.access.ts'
import type { RotationLine } from './rotation.contract.ts'
import type { FoundRotation } from './rotation-list.sql.ts'
import { nextAppraisal, yearsOf, yearsServed } from './term.rules.ts'

export type Loaded = FoundRotation & RotationSubject

/** Rotations with the clusters in which they were made, each asked for once. */
export async function withUnits(ctx: Context, found: readonly FoundRotation[]): Promise<Loaded[]> {
  const units = new Map<number, UnitSubject | undefined>()
  for (const clusterId of new Set(found.map((one) => one.clusterId)))
    units.set(clusterId, await findUnit(ctx.db, clusterId, ctx.today))
  return found.flatMap((one) => {
    const unit = units.get(one.clusterId)
    return unit ? [{ ...one, unit }] : []
  })
}

/** Rotations as the reader may see them: what is only planned is left out, names are masked. */
export async function linesOf(ctx: Context, found: readonly FoundRotation[]): Promise<RotationLine[]> {
  const loaded = await withUnits(ctx, found)
  return loaded.filter((one) => seesRotation(ctx.actor, one)).map((one) => lineOf(ctx, one))
}

/** `own`: the reader's own rotation, which is told by name whatever the role. */
export function lineOf(ctx: Context, one: Loaded, own = false): RotationLine {
  const masked = !own && !namesRotation(ctx.actor, one)
  return {
    id: one.id,
    teacherId: one.teacherId,
    subject: one.subject,
    title: one.title,
    backbone: one.backbone,
    fromSchoolId: one.fromSchoolId,
    fromSchool: one.fromSchool,
    toSchoolId: one.toSchoolId,
    toSchool: one.toSchool,
    form: one.form,
    status: one.status,
    startOn: one.startOn,
    endOn: one.endOn,
    schoolYear: one.schoolYear,
    ftePercent: one.ftePercent,
    weeklyLessons: one.weeklyLessons,
    groupNo: one.groupNo,
    relationMoved: one.relationMoved,
    batchId: one.batchId,
    filedOn: one.filedOn,
    recallOn: one.recallOn,
    name: shown(one.name, masked ? maskName : asItIs),
    staffNo: shown(one.staffNo, own || within(ctx.actor.names, one) ? asItIs : maskStaffNo),
    masked,
    served: one.status === '已生效' || one.status === '已结束' ? yearsServed(one, ctx.today) : 0,
    years: yearsOf(one),
    due: dueOf(ctx, one),
    can: masked ? [] : verbsOf(ctx, one),
  }
}

const asItIs = (text: string) => text

/** The register of another place is not to be read: nothing to show. The receiving school needs the name, not the number. */
const shown = (text: string, as: (text: string) => string) => (text === '' ? '—' : as(text))

function dueOf({ today }: Context, one: Loaded): RotationLine['due'] {
  const next = one.status === '已生效' ? nextAppraisal(one, one.appraised) : undefined
  return next ? { ...next, open: next.from <= today } : null
}

function verbsOf(ctx: Context, one: Loaded): RotationLine['can'] {
  const isOver = one.status === '已结束' || one.status === '已撤销'
  const may = rotationAccess.withdraw(ctx.actor, one) && !isOver
  const isDraft = may && one.status === '拟定' && one.batchState === '拟定'
  const appraises = rotationAccess.appraise(ctx.actor, one) && dueOf(ctx, one)?.open === true
  return [
    ...(may && !isDraft ? (['withdraw'] as const) : []),
    ...(isDraft ? (['remove'] as const) : []),
    ...(appraises ? (['appraise'] as const) : []),
  ]
}
