import type { Input as Asked, Reply } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { adoptedAmong } from './adopted.load.ts'
import { planFaults } from './engine/check/faults.ts'
import { planFigures } from './engine/check/figures.ts'
import { bendsTold } from './plan-words.actions.ts'
import type { planApi } from './plan.contract.ts'
import { MAKE, stopPlanning } from './plan.jobs.ts'
import { readInput, type PlanSubject } from './plan.load.ts'
import { lineOf } from './plan.reply.ts'
import { planOfDraft, rowsOf } from './plan-input.ts'
import { findConflictOf, insertMoves, insertPlan, listPlans, updatePlan } from './plan.sql.ts'
import { rotationPlanningProblems } from './problems.ts'
import { planVerbsOf } from './season.access.ts'
import type { SeasonSubject } from './season.load.ts'

/** The plans of a season, and why the planner found none where that was so. */
export async function readPlans(ctx: Context, subject: SeasonSubject): Promise<Reply<typeof planApi.list>> {
  const plans = await listPlans(ctx.db, subject.season)
  const { hash } = await readInput(ctx, subject)
  const adopted = await adoptedAmong(ctx, plans)
  return {
    plans: plans.map((plan) => lineOf(plan, { plans, hash, adopted })),
    conflict: await bendsTold(ctx, subject.season, await findConflictOf(ctx.db, subject.season)),
    adopted: adopted ?? null,
    can: planVerbsOf(ctx.actor, subject.cluster),
  }
}

/** Asks for plans; while one job of the season waits, there is no other. */
export async function askForPlans(
  ctx: Context,
  { season }: SeasonSubject,
  choices: boolean,
): Promise<{ jobId: string }> {
  const { districtId, clusterId: unitId, id: seasonId } = season
  const jobId = await ctx.enqueue({
    kind: MAKE,
    districtId,
    unitId,
    payload: { seasonId, choices, madeBy: ctx.actor.name },
    key: seasonId,
  })
  refuse(jobId === undefined ? rotationPlanningProblems.planning() : undefined)
  ctx.note({ districtId, unitId, subjectId: seasonId, choices })
  return { jobId: jobId! }
}

export const stopPlans = ({ season }: SeasonSubject): { stopped: boolean } => ({ stopped: stopPlanning(season.id) })

/** What a draft of the board comes to: seen by the checker alone, so that it is told in a moment. */
export async function tryDraft(ctx: Context, subject: PlanSubject, draft: Asked<typeof planApi.try>['body']) {
  const { instance } = await readInput(ctx, subject)
  const plan = planOfDraft(instance, draft)
  return { instance, plan, figures: planFigures(instance, plan), faults: planFaults(instance, plan) }
}

/** Keeps a draft as a plan of its own, which comes from the one it was changed from. */
export async function saveDraft(
  ctx: Context,
  subject: PlanSubject,
  { note, ...draft }: Asked<typeof planApi.save>['body'],
) {
  const { instance, hash } = await readInput(ctx, subject)
  const plan = planOfDraft(instance, draft)
  const { districtId, id: seasonId, clusterId } = subject.season
  const figures = planFigures(instance, plan)
  const kept = { districtId, id: ctx.newId(), clusterId }
  const best = (await listPlans(ctx.db, subject.season)).find(
    (one) => one.inputHash === hash && one.favours.length === 0 && one.least !== null,
  )
  const number = await insertPlan(ctx.db, {
    ...kept,
    seasonId,
    origin: 'hand',
    favours: [],
    parentId: subject.plan.id,
    note: note || null,
    cost: figures.cost,
    least: best?.least ?? null,
    figures,
    faults: planFaults(instance, plan).length,
    inputHash: hash,
    madeAt: ctx.now,
    madeBy: ctx.actor.name,
  })
  await insertMoves(ctx.db, kept, rowsOf(instance, plan))
  ctx.note({ districtId, unitId: clusterId, subjectId: kept.id, number, from: subject.plan.number })
  return { planId: kept.id, number }
}

export async function notePlan(ctx: Context, { plan }: PlanSubject, note: string): Promise<void> {
  await updatePlan(ctx.db, plan, { note: note || null })
  ctx.note({ districtId: plan.districtId, unitId: plan.clusterId, subjectId: plan.id, note })
}

export async function dropPlan(ctx: Context, { plan }: PlanSubject): Promise<void> {
  refuse(plan.batchId ? rotationPlanningProblems.planAdopted() : undefined)
  await updatePlan(ctx.db, plan, { droppedAt: ctx.now })
  ctx.note({ districtId: plan.districtId, unitId: plan.clusterId, subjectId: plan.id, number: plan.number })
}
