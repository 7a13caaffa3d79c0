import type { Context } from '#platform/context.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { planOf } from './course.load.ts'
import { countDifferences, recountCredits, savePlanCells, type PlanCellRow } from './counter.sql.ts'

/** What the plans ask in a district: those of the files, and the one that goes on for want of the next. */
function planCells(ctx: Context, districtId: number): PlanCellRow[] {
  const known = policiesOf(ctx.policies, districtId).training
  const now = planOf(ctx, districtId)
  return [...known, ...(now?.provisional ? [now] : [])].flatMap(({ from, until, required }) =>
    required.map(({ tier, field, credits }) => ({
      ...{ planFrom: from, planUntil: until, tier, field },
      hundredths: Math.round(credits * 100),
    })),
  )
}

/** Counts the credits of some teachers anew, after every change to them. */
export async function recount(ctx: Context, districtId: number, teacherIds: readonly string[]): Promise<void> {
  if (teacherIds.length === 0) return
  await ctx.asOwner(async (db) => {
    await savePlanCells(db, districtId, planCells(ctx, districtId))
    await recountCredits(db, { districtIds: [districtId], teacherIds })
  })
}

/** Counts the credits of whole districts anew: after a new plan's file, or to be sure. */
export async function recountAll(ctx: Context, districtIds: readonly number[]): Promise<void> {
  await ctx.asOwner(async (db) => {
    // One district at a time: its sums fit into memory, and nothing is sorted on disk.
    for (const districtId of districtIds) {
      await savePlanCells(db, districtId, planCells(ctx, districtId))
      await recountCredits(db, { districtIds: [districtId] })
    }
  })
}

/** The work of every hour: where a plan asks something else than it did, by its file or by the turn of the years, all is counted anew. */
export async function followPlans(ctx: Context): Promise<void> {
  await ctx.asOwner(async (db) => {
    for (const districtId of await listDistrictIds(db))
      if ((await savePlanCells(db, districtId, planCells(ctx, districtId))) > 0)
        await recountCredits(db, { districtIds: [districtId] })
  })
}

/** How many counters are not what the credits come to; 0 is how it should be. */
export const differences = (ctx: Context, districtIds: readonly number[]): Promise<number> =>
  ctx.asOwner((db) => countDifferences(db, districtIds))
