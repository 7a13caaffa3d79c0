import type { PolicyPack } from '#shared/policy.ts'
import type { Context } from '#platform/context.ts'
import { isCluster } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { packOf } from './goal.rules.ts'
import { listGoals, type GoalRow } from './goal.sql.ts'

/** The targets that a unit set itself, as they stand now, be it ended; only clusters and groups set any. */
export const readGoals = async (ctx: Context, unit: UnitSubject): Promise<GoalRow[]> =>
  isCluster(unit) ? listGoals(ctx.db, { districtId: unit.districtId, unitId: unit.id }) : []

/** Every pack that a unit may be judged by: the documents', and one of its own targets. */
export async function readPacks(
  ctx: Context,
  unit: UnitSubject,
  documents: readonly PolicyPack[],
): Promise<readonly PolicyPack[]> {
  const goals = (await readGoals(ctx, unit)).filter(({ ended }) => !ended)
  return goals.length > 0 ? [...documents, packOf(unit, goals)] : documents
}
