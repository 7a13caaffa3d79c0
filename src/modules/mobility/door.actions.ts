import { lastDayOf } from './term.rules.ts'
import type { Context } from '#platform/context.ts'
import { findUnit } from '#modules/organizations/index.ts'
import { addRotations } from './add.actions.ts'
import { createBatch, hearBatch } from './batch.actions.ts'
import { updateBatchSchools } from './batch.sql.ts'
import { mobilityProblems } from './problems.ts'
import { markRecalled } from './recall.sql.ts'

/** A plan that is to go through the procedure. */
export interface PlannedBatch {
  clusterId: number
  schoolYear: number
  title: string
  planId?: string
  /** What is said with the first step. */
  words?: string | null
  rotations: readonly {
    teacherId: string
    fromSchoolId: number
    toSchoolId: number
    form: string
    startOn: string
    /** Left out: the last day of the term. */
    endOn?: string
    termYears?: number
    groupNo?: string | null
    /** 100 where it is left out. */
    ftePercent?: number | null
    weeklyLessons?: number | null
  }[]
  /** Teachers whose term runs on and who are at home again from that day, once the batch is approved. */
  recalls?: { teacherIds: readonly string[]; on: string }
  /** Left out: it stays a draft. Else the schools are asked at once, until that day. */
  hearUntil?: string
}

export interface Opened {
  batchId: string
  /** The schools where nobody has an account to be told by. */
  unreached: string[]
}

/**
 * Opens a batch with these rotations, as the office would by hand: each is checked, and a problem tells which cannot be.
 * Who may is for the caller to decide: the office of the cluster.
 */
export async function openBatch(ctx: Context, planned: PlannedBatch): Promise<Opened> {
  const unit = await findUnit(ctx.db, planned.clusterId, ctx.today)
  if (!unit) throw mobilityProblems.emptyBatch()
  const batch = await createBatch(ctx, unit, planned)
  await addRotations(
    ctx,
    batch,
    planned.rotations.map(({ termYears = 1, ftePercent, ...one }) => ({
      ...one,
      termYears,
      endOn: one.endOn ?? lastDayOf(one.startOn, termYears),
      ftePercent: ftePercent ?? 100,
    })),
  )
  const { recalls, hearUntil } = planned
  if (recalls && recalls.teacherIds.length > 0) {
    await markRecalled(ctx.db, batch, recalls.teacherIds, recalls.on)
    await updateBatchSchools(ctx.db, batch.districtId, batch.id)
  }
  const unreached = hearUntil === undefined ? [] : await hearBatch(ctx, batch, { until: hearUntil })
  return { batchId: batch.id, unreached }
}
