import type { PlanLine } from './plan.contract.ts'
import { gapOf } from './plan-input.ts'
import type { PlanRow } from './plan.sql.ts'

/** A plan as lists show it. Of one that favours something, `least` is that of its own weights: it is the best of those. */
export function lineOf(plan: PlanRow, { plans, hash }: { plans: readonly PlanRow[]; hash: string }): PlanLine {
  const { id, number, origin, favours, note, figures, faults, madeBy, batchId } = plan
  return {
    ...{ id, number, origin, favours, note, figures, faults, madeBy, batchId },
    parent: plans.find((one) => one.id === plan.parentId)?.number ?? null,
    isProved: origin === 'hand' ? null : plan.least === plan.cost,
    gapPercent: gapOf(plan),
    isCurrent: plan.inputHash === hash,
    madeAt: plan.madeAt.toISOString(),
  }
}
