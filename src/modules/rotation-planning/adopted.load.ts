import type { Context } from '#platform/context.ts'
import { readAdopted } from '#modules/mobility/index.ts'
import type { Adopted } from './adopted.contract.ts'
import { isReplaceable } from './adopt.rules.ts'
import type { PlanRow } from './plan.sql.ts'

/** The plan of a season that was adopted and still goes on, with what schools say; there is one at most. */
export async function adoptedAmong(ctx: Context, plans: readonly PlanRow[]): Promise<Adopted | undefined> {
  const tried = plans.flatMap((plan) => (plan.batchId === null ? [] : [{ ...plan, batchId: plan.batchId }]))
  const found = tried.length === 0 ? [] : await readAdopted(ctx, tried[0]!.districtId, tried.map(({ batchId }) => batchId)) // prettier-ignore
  const live = found[0]
  const plan = live && tried.find(({ batchId }) => batchId === live.batchId)
  return plan && { ...live!, planId: plan.id, number: plan.number, replaceable: isReplaceable(live!) }
}
