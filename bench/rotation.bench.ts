import { spawnSync } from 'node:child_process'
import { planFaults } from '#modules/rotation-planning/engine/check/faults.ts'
import { planFigures } from '#modules/rotation-planning/engine/check/figures.ts'
import { findConflict } from '#modules/rotation-planning/engine/conflict.ts'
import type { Instance } from '#modules/rotation-planning/engine/instance.ts'
import { buildModel } from '#modules/rotation-planning/engine/model.ts'
import { Session } from '#modules/rotation-planning/engine/session.ts'
import { solver, type Highs } from '#modules/rotation-planning/engine/solver.ts'
import { tradeOff } from '#modules/rotation-planning/engine/trade-off.ts'
import { warm } from '#modules/rotation-planning/engine/warm.ts'
import { inventInstance } from '../test/rotation-instances.ts'
import { claim, machine, quantile, type BenchResult, type Claim } from './claims.ts'
import { withCityAsBuilt } from './rotation/as-built.ts'
import { planGreedily } from './rotation/greedy-planner.ts'
import { findOrInstallGlpsol, glpsol, plainHighs } from './rotation/other-solvers.ts'
import { problems, solvePublicProblem } from './rotation/public-problem.ts'

const CLUSTERS = 40
const LIMIT_SECONDS = 60
const CITY = 250

const median = (samples: readonly number[]) => quantile(samples, 0.5)
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)

/** Seconds of CPU that work takes. */
function seconds<T>(work: () => T): { took: number; found: T } {
  const before = process.cpuUsage()
  const found = work()
  const { user, system } = process.cpuUsage(before)
  return { took: (user + system) / 1e6, found }
}

interface Solved {
  instance: Instance
  session: Session
  took: number
  cost: number | undefined
}

/**
 * The planner on 40 invented clusters of the real size (36 schools, 1,300 teachers, 465 eligible, 100 moves), in seconds
 * of CPU: each plan from nothing, a pin in it, against other solvers on the same model and against planning by hand;
 * plans to choose from, rules that contradict each other, a city on two threads, and a public problem of known answer.
 */
export async function bench(): Promise<BenchResult> {
  const highs = await solver()
  const instances = Array.from({ length: CLUSTERS }, (_, at) => inventInstance({ seed: at + 1 }))
  warm(highs)
  const first = seconds(() => solve(highs, inventInstance({ seed: 1_000 })))
  first.found.session.dispose()
  // What follows is told of a thread that has planned before, as it mostly has.
  for (const seed of [1_001, 1_002]) solve(highs, inventInstance({ seed })).session.dispose()
  const claims = [
    claim('the first plan once the solver is there', first.took, 's', '<', 1),
    ...clusterClaims(highs, instances),
    ...choiceClaims(highs, instances),
    ...conflictClaims(highs),
    ...cityClaims(),
    ...(await publicClaims()),
  ]
  return { name: 'rotation', engine: 'HiGHS', machine: machine(), claims }
}

function solve(highs: Highs, instance: Instance): Solved {
  const { took, found } = seconds(() => {
    const session = new Session(highs, instance)
    return { session, cost: session.best()?.cost }
  })
  return { instance, took, ...found }
}

function clusterClaims(highs: Highs, instances: readonly Instance[]): Claim[] {
  const solved = instances.map((instance) => solve(highs, instance))
  const times = solved.map(({ took }) => took)
  const claims = [
    claim(`${CLUSTERS} clusters of 36 schools: plans proved to be the best`, solved.filter(({ cost }) => cost !== undefined).length, 'plans', '≥', CLUSTERS),
    claim('a plan from nothing, median', median(times), 's', '<', 0.3),
    claim('a plan from nothing, 90 of 100', quantile(times, 0.9), 's', '<', 1),
    claim('a plan from nothing, the longest', Math.max(...times), 's', '<', 3),
    ...pinClaims(solved),
    ...handClaims(solved),
    ...otherClaims(highs, solved),
  ] // prettier-ignore
  for (const { session } of solved) session.dispose()
  return claims
}

/** In each cluster, three of those who move are sent to another school that is open to them, one by one. */
function pinClaims(solved: readonly Solved[]): Claim[] {
  const times = solved.flatMap(({ session }) =>
    [10, 40, 70].flatMap((at) => {
      const move = session.best()?.plan.moves[at]
      const other = move && session.schoolsOf(move.teacher).find((school) => school !== move.school)
      return move && other ? [seconds(() => session.bestWith(move.teacher, other)).took] : []
    }),
  )
  return [
    claim(`a pin and the best plan with it, median of ${times.length}`, median(times), 's', '<', 0.15),
    claim('a pin and the best plan with it, 90 of 100', quantile(times, 0.9), 's', '<', 0.7),
  ]
}

/** What planning by hand costs more, of what a plan adds to doing nothing; and how often a rule is broken. */
function handClaims(solved: readonly Solved[]): Claim[] {
  const compared = solved.map(({ instance, cost }) => {
    const plan = planGreedily(instance)
    return { worse: planFigures(instance, plan).cost / cost!, faults: planFaults(instance, plan).length }
  })
  return [
    claim('a plan as made by hand over the best one, by all aims together, median', median(compared.map(({ worse }) => worse)), 'ratio', '≥', 1),
    claim('of plans made by hand, those that break a rule', compared.filter(({ faults }) => faults > 0).length, `of ${CLUSTERS}`),
  ] // prettier-ignore
}

function otherClaims(highs: Highs, solved: readonly Solved[]): Claim[] {
  const models = solved.map(({ instance, took, cost }) => ({ took, cost, model: buildModel(instance) }))
  const plain = models.map(({ took, cost, model }) => ({ run: plainHighs(highs, model), took, cost }))
  const differs = plain.filter(({ run, cost }) => run.cost !== undefined && run.cost !== cost).length
  return [
    claim('HiGHS as it comes on the same model, CPU over ours, median', median(plain.map(({ run, took }) => run.ms / 1_000 / took)), 'ratio', '≥', 3),
    claim('plans on which HiGHS as it comes disagrees', differs, 'plans', '<', 1),
    ...glpsolClaims(models),
  ] // prettier-ignore
}

function glpsolClaims(
  models: readonly { took: number; cost: number | undefined; model: ReturnType<typeof buildModel> }[],
): Claim[] {
  // prettier-ignore
  const program = findOrInstallGlpsol()
  if (!program) return [claim('glpsol was not at hand: nothing to compare with', 0, '')]
  const runs = models.map(({ took, cost, model }) => ({ run: glpsol(program, model, LIMIT_SECONDS), took, cost }))
  const ratios = runs.map(({ run, took }) => run.ms / 1_000 / took)
  const late = runs.filter(({ run }) => run.cost === undefined).length
  return [
    claim(`glpsol on the same model, CPU over ours, geometric mean of ${runs.length}`, Math.exp(sum(ratios.map(Math.log)) / ratios.length), 'ratio', '≥', 2.5),
    claim('glpsol over ours where it did best', Math.min(...ratios), 'ratio', '≥', 0.5),
    claim(`models that glpsol did not solve in ${LIMIT_SECONDS} s`, late, `of ${runs.length}`),
    claim('plans on which glpsol disagrees', runs.filter(({ run, cost }) => run.cost !== undefined && run.cost !== cost).length, 'plans', '<', 1),
  ] // prettier-ignore
}

function choiceClaims(highs: Highs, instances: readonly Instance[]): Claim[] {
  const times = instances.slice(0, 8).map((instance) => seconds(() => tradeOff(highs, instance)).took)
  return [claim('seven proved plans to choose from, the longest of 8 clusters', Math.max(...times), 's', '<', 4)]
}

/** What offices ask for that cannot be had together. */
function conflictClaims(highs: Highs): Claim[] {
  const asked = [2, 5, 9].flatMap((seed) => contradictions(inventInstance({ seed })))
  const answers = asked.map((instance) => seconds(() => findConflict(highs, instance)))
  const times = answers.filter(({ found }) => found !== undefined).map(({ took }) => took)
  return [
    claim(`what contradicts each other and how little must bend, median of ${times.length}`, median(times), 's'),
    claim('the same, the longest', Math.max(...times), 's', '<', 2.5),
  ]
}

function contradictions(base: Instance): Instance[] {
  const refusing = base.teachers.find(({ eligible, attitude }) => eligible && attitude === 'refuses')!
  const open = base.schools.find(({ id, pupils }) => id !== refusing.home && refusing.stage in pupils)!
  const withRules = (rules: Partial<Instance['rules']>) => ({ ...base, rules: { ...base.rules, ...rules } })
  return [
    withRules({ moves: { least: 200, most: 220 }, backbonePermille: 600 }),
    withRules({ moves: { least: 400, most: 420 } }),
    { ...base, schools: base.schools.map((school) => ({ ...school, mostOut: 2 })) },
    { ...base, teachers: base.teachers.map((one) => (one.id === refusing.id ? { ...one, pinned: open.id } : one)) },
  ]
}

/** In a process of its own, so that its memory is what the city takes. */
function cityClaims(): Claim[] {
  const run = (program: string) => spawnSync(process.execPath, [program, String(CITY)], { encoding: 'utf8' })
  const { stdout, status, stderr } = withCityAsBuilt(run)
  if (status !== 0) throw new Error(stderr)
  const { proved, took, memory } = JSON.parse(stdout) as { proved: number; took: number; memory: number }
  return [
    claim(`a city of ${CITY} clusters: plans proved to be the best`, proved, 'plans', '≥', CITY),
    claim('the city on two threads', took, 's', '<', 90),
    claim('memory of the process, at its most', memory, 'MB', '<', 400),
  ]
}

async function publicClaims(): Promise<Claim[]> {
  const cost = await solvePublicProblem()
  if (cost === undefined)
    return [claim('the public problem c05100 could not be fetched: nothing to compare with', 0, '')]
  return [
    claim('c05100 of the OR-Library is solved to its known best cost', cost === problems.c05100 ? 1 : 0, 'yes', '≥', 1),
  ]
}
