import { createHash } from 'node:crypto'
import type { Context } from '#platform/context.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import type { Instance } from './engine/instance.ts'
import { readPlannerInput } from './input.actions.ts'
import { instanceOf } from './plan-input.ts'
import { findPlan, type PlanRow } from './plan.sql.ts'
import { loadSeason, type SeasonSubject } from './season.load.ts'

export interface PlanSubject extends SeasonSubject {
  plan: PlanRow
}

export async function loadPlan(ctx: Context, planId: string): Promise<PlanSubject | undefined> {
  const plan = await findPlan(ctx.db, await listDistrictIds(ctx.db), planId)
  const found = plan && (await loadSeason(ctx, plan.seasonId))
  return found && { ...found, plan: plan! }
}

/** What a season is planned from as it is now, and a mark that tells it from what it was. */
export interface Input {
  instance: Instance
  hash: string
}

export async function readInput(ctx: Context, subject: SeasonSubject): Promise<Input> {
  const input = await readPlannerInput(ctx, subject)
  const hash = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  return { instance: instanceOf(input), hash }
}
