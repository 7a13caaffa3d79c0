import type { Adopted } from './adopted.contract.ts'
import type { PlanLine } from './plan.contract.ts'
import { gapOf, moreThan } from './plan-input.ts'
import type { PlanRow } from './plan.sql.ts'

/** What a plan is told among: the plans of its season, the mark of what they would be made from now, the adopted one. */
interface Among {
  plans: readonly PlanRow[]
  hash: string
  adopted: Adopted | undefined
}

/** Costs are told by the office's own weights, whatever a plan favours; the best by them is one that favours nothing. */
function overBest({ inputHash, cost }: PlanRow, plans: readonly PlanRow[]): number | null {
  const best = plans.find((one) => one.inputHash === inputHash && one.favours.length === 0 && one.least !== null)
  return best ? moreThan(cost, best.least!) : null
}

/** A plan as lists show it. Of one that favours something, `least` is that of its own weights: it is the best of those. */
export function lineOf(plan: PlanRow, { plans, hash, adopted }: Among): PlanLine {
  const { id, number, origin, favours, note, figures, faults, madeBy, batchId } = plan
  return {
    ...{ id, number, origin, favours, note, figures, faults, madeBy, batchId },
    parent: plans.find((one) => one.id === plan.parentId)?.number ?? null,
    isProved: origin === 'hand' ? null : plan.least === plan.cost,
    overBestPercent: favours.length === 0 ? null : overBest(plan, plans),
    gapPercent: gapOf(plan),
    isCurrent: plan.inputHash === hash,
    adopted: adopted?.planId === id ? { batchId: adopted.batchId, title: adopted.title, state: adopted.state } : null,
    madeAt: plan.madeAt.toISOString(),
  }
}
