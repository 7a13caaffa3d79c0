import type { Context } from '#platform/context.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { notify } from '#modules/workbench/index.ts'

interface Figure {
  unit: UnitSubject
  indicator: string
}

/** What was done about a figure is told to the other side: by the office to its district, by the district to the office. */
export async function tellOfFigure(
  ctx: Context,
  { unit, indicator }: Figure,
  { key, done, words }: { key: string; done: string; words: string },
): Promise<void> {
  const { id, districtId, name } = unit
  const byOffice = ctx.actor.holds(['cluster-office'], { unitId: id, districtId })
  await notify(ctx, {
    kind: 'assessment.figure',
    key: `${id}:${indicator}:${key}`,
    districtId,
    unitIds: [byOffice ? districtId : id],
    roles: [byOffice ? 'district-officer' : 'cluster-office'],
    title: `${name}的${indicator}：${ctx.actor.name}${done}`,
    text: words,
    to: `/clusters/${id}/targets`,
  })
}
