import type { Context } from '#platform/context.ts'
import { findUnit } from '#modules/organizations/index.ts'
import { addRotations } from './add.actions.ts'
import { createBatch } from './batch.actions.ts'
import { mobilityProblems } from './problems.ts'

/** A plan that is to go through the procedure. */
export interface PlannedBatch {
  clusterId: number
  schoolYear: number
  title: string
  planId?: string
  rotations: readonly {
    teacherId: string
    fromSchoolId: number
    toSchoolId: number
    form: string
    startOn: string
    endOn: string
    groupNo?: string | null
    /** 100 where it is left out. */
    ftePercent?: number | null
  }[]
}

/**
 * Opens a batch with these rotations, as the office would by hand: each is checked, and a problem tells which cannot be.
 * Who may is for the caller to decide: the office of the cluster.
 */
export async function openBatch(ctx: Context, planned: PlannedBatch): Promise<{ batchId: string }> {
  const unit = await findUnit(ctx.db, planned.clusterId, ctx.today)
  if (!unit) throw mobilityProblems.emptyBatch()
  const batch = await createBatch(ctx, unit, planned)
  await addRotations(
    ctx,
    batch,
    planned.rotations.map((one) => ({ ...one, ftePercent: one.ftePercent ?? 100 })),
  )
  return { batchId: batch.id }
}
