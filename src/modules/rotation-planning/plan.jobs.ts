import type { System } from '#platform/cli.ts'
import type { JobKind, RunningJob } from '#platform/jobs/job.ts'
import type { Context } from '#platform/context.ts'
import { planFaults } from './engine/check/faults.ts'
import type { PlanFigures } from './engine/check/figures.ts'
import type { RotationPlan } from './engine/plan.ts'
import { Cancelled, Planner, type Asking } from './engine/thread/planner.ts'
import type { Traded } from './engine/trade-off.ts'
import { rotationPlanningProblems } from './problems.ts'
import { readInput, type Input } from './plan.load.ts'
import { rowsOf } from './plan-input.ts'
import { insertMoves, insertPlan, updateConflict } from './plan.sql.ts'
import { loadSeason, type SeasonSubject } from './season.load.ts'

export const MAKE = 'rotation-planning.make'

interface Payload {
  seasonId: string
  choices: boolean
  madeBy: string
}

/** The planning threads of this process, started when first asked. */
export const planner = new Planner()

/** What is being planned in this process, by season, so that it can be stopped. */
const running = new Map<string, AbortController>()

/** Stops the planning of a season, if this process is at it. */
export function stopPlanning(seasonId: string): boolean {
  const cancel = running.get(seasonId)
  cancel?.abort()
  return cancel !== undefined
}

/** A plan that was found, on its way into the database. */
interface Made {
  favours: readonly Traded[]
  plan: RotationPlan
  figures: PlanFigures
  least: number | null
}

/** Plans a season: the best plan by the office's weights, and others to choose from where they were asked for. */
export const makePlans: JobKind<Payload> = {
  name: MAKE,
  title: '编排轮岗方案',
  tries: 1,
  again: true,
  run: async (system, job) => {
    const taken = await system.inContext(async (ctx) => {
      const subject = await loadSeason(ctx, job.payload.seasonId)
      return subject && { subject, input: await readInput(ctx, subject) }
    })
    if (!taken) return { plans: 0 }
    const cancel = new AbortController()
    running.set(job.payload.seasonId, cancel)
    try {
      return await plan(system, job, { ...taken, signal: cancel.signal })
    } catch (error) {
      if (error instanceof Cancelled) throw rotationPlanningProblems.stopped()
      throw error
    } finally {
      running.delete(job.payload.seasonId)
    }
  },
  to: (result) => (result as { to?: string }).to,
}

interface Work {
  subject: SeasonSubject
  input: Input
  signal: AbortSignal
}

async function plan(system: System, job: RunningJob<Payload>, work: Work) {
  const { subject, input } = work
  const made = await find(job, work)
  const conflict = made.length > 0 ? null : ((await ask(job, work, 'conflict', 0.5, '正在查找互相矛盾的要求')) ?? null)
  await system.inContext(async (ctx) => {
    await updateConflict(ctx.db, subject.season, conflict, ctx.now)
    for (const one of made) await keep(ctx, job.payload, { subject, input, made: one })
  })
  const { clusterId, schoolYear } = subject.season
  return { plans: made.length, to: `/clusters/${clusterId}/rotation-plans?year=${schoolYear}` }
}

async function find(job: RunningJob<Payload>, work: Work): Promise<Made[]> {
  if (job.payload.choices) {
    const choices = await ask(job, work, 'tradeOff', 0.05, '正在编排几种方案')
    return choices.map(({ favours, plan, figures }) => ({ favours, plan, figures, least: figures.cost }))
  }
  const found = await ask(job, work, 'plan', 0.1, '正在编排方案')
  return found ? [{ favours: [], plan: found.plan, figures: found.figures, least: found.least }] : []
}

function ask<K extends 'plan' | 'tradeOff' | 'conflict'>(
  job: RunningJob<Payload>,
  { input, signal }: Work,
  kind: K,
  share: number,
  words: string,
) {
  job.tell({ share, words })
  const onProgress: Asking['onProgress'] = (progress) => {
    if ('done' in progress)
      job.tell({ share: progress.done / progress.all, words: `已编排 ${progress.done} 种，共 ${progress.all} 种` })
  }
  return planner.ask(kind, { instance: input.instance }, { signal, onProgress })
}

/** `least` belongs to the weights it was found with: a plan that favours something is the best of its own weights. */
async function keep(
  ctx: Context,
  { madeBy }: Payload,
  { subject, input, made }: { subject: SeasonSubject; input: Input; made: Made },
) {
  const { districtId, id: seasonId, clusterId } = subject.season
  const plan = { districtId, id: ctx.newId(), clusterId }
  await insertPlan(ctx.db, {
    ...plan,
    seasonId,
    origin: 'planner',
    favours: [...made.favours],
    parentId: null,
    cost: made.figures.cost,
    least: made.least,
    figures: made.figures,
    faults: planFaults(input.instance, made.plan).length,
    inputHash: input.hash,
    madeAt: ctx.now,
    madeBy,
  })
  await insertMoves(ctx.db, plan, rowsOf(input.instance, made.plan))
}
