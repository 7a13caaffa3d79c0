import { recallCost } from './aims.ts'
import { inWhole, withSearch } from './possible.ts'
import { readPlan, type RotationPlan } from './plan.ts'
import { heldBack, numbers, without, type Bendable } from './relax.ts'
import type { Shares } from './shares.ts'
import type { Instance } from './instance.ts'
import type { ModelOptions } from './model.ts'
import type { Highs } from './solver.ts'

/** How long it may take to tell whether a number would do; later it counts as not, and the next one is tried. */
const SECONDS_A_TRY = 0.6

/** How long a best answer is looked for; later the best so far is given, which is possible too. */
const SECONDS_FOR_THE_BEST = 3

/** A rule that contradicts others, and how little it must bend for a plan to be possible, the others as they are. */
export type Bend =
  | { rule: Bendable; is: number; could: number }
  /** These would have to be asked again. */
  | { rule: Bendable; teachers: readonly string[] }
  /** These would have to let so many more go, or take so many more. */
  | { rule: Bendable; schools: readonly { school: number; way: 'out' | 'in'; more: number }[] }
  /** No bend of this one alone is enough, or it can only be given up as a whole. */
  | { rule: Bendable }

/** A teacher or a school that would have to be asked again: as few as may be, before all else. */
const dearOf = ({ weights }: Instance): number => recallCost(weights)

/** What the questions are put to: the solver, and the relaxation that was asked last. */
export interface Asking {
  highs: Highs
  shares: Shares
}

export function leastBend(asking: Asking, instance: Instance, rule: Bendable): Bend {
  const { highs } = asking
  if (numbers[rule]) return bendNumber(asking, instance, rule)
  if (rule === 'most') return bendCaps(highs, instance)
  return heldBack[rule] ? askAgain(highs, instance, rule) : { rule }
}

/** Shares tell what whole moves cannot do with; what they can do with is then looked for from there. */
function bendNumber({ highs, shares }: Asking, instance: Instance, rule: Bendable): Bend {
  const number = numbers[rule]!
  const at = (n: number) => ({ ...instance, rules: number.with(instance.rules, n) })
  const [is, end] = [number.is(instance.rules), number.end(instance)]
  if (!shares.arePossible(at(end))) return { rule }
  if (rule === 'backbone') return bendBackbone(highs, instance)
  const least = nearest(is, end, (n) => shares.arePossible(at(n)))
  const could = firstFrom(least, end, (n) => inWhole(highs, at(n), SECONDS_A_TRY))
  return could === undefined ? { rule } : { rule, is, could }
}

/** The number nearest to the one that will not do that does: farther and farther away first, then halved. */
function nearest(bad: number, end: number, does: (n: number) => boolean): number {
  const way = Math.sign(end - bad)
  let [last, step] = [bad, 1]
  while (step < Math.abs(end - bad) && !does(bad + way * step)) [last, step] = [bad + way * step, step * 4]
  return halved(last, step < Math.abs(end - bad) ? bad + way * step : end, does)
}

function halved(bad: number, good: number, does: (n: number) => boolean): number {
  if (Math.abs(bad - good) <= 1) return good
  const middle = Math.trunc((bad + good) / 2)
  return does(middle) ? halved(bad, middle, does) : halved(middle, good, does)
}

/** The first tries go one by one, then farther and farther: near the edge the answer is what takes longest. */
function firstFrom(start: number, end: number, does: (n: number) => boolean): number | undefined {
  const way = Math.sign(end - start)
  for (let step = 0; step < Math.abs(end - start); step = step * 3 + 1)
    if (does(start + way * step)) return start + way * step
  return does(end) ? end : undefined
}

/**
 * The largest part of backbone teachers that a plan reaches: of the plans that are best at the last part p/q, one has a
 * larger part or none has (Dinkelbach 1967).
 */
function bendBackbone(highs: Highs, instance: Instance): Bend {
  const rule = 'backbone'
  const free = without(instance, rule)
  const backbone = new Set(instance.teachers.flatMap(({ id, backbone }) => (backbone ? [id] : [])))
  let part = { is: instance.rules.backbonePermille, of: 1_000 }
  for (let isReached = false; ;) {
    const costOfMove: ModelOptions['costOfMove'] = ({ teacher }) => part.is - (backbone.has(teacher.id) ? part.of : 0)
    const found = bestPlan(highs, free, { costOfMove })
    if (!found) return { rule }
    const next = { is: found.moves.filter(({ teacher }) => backbone.has(teacher)).length, of: found.moves.length }
    if (isReached && next.is * part.of <= part.is * next.of)
      return { rule, is: instance.rules.backbonePermille, could: Math.floor((1_000 * part.is) / Math.max(1, part.of)) }
    ;[part, isReached] = [next, true]
  }
}

/**
 * Those whom a rule holds back and who would have to go. Shares of moves tell in a moment which few could matter; of
 * these a plan takes as few as it can.
 */
function askAgain(highs: Highs, instance: Instance, rule: Bendable): Bend {
  const free = without(instance, rule)
  const held = new Set(instance.teachers.filter(heldBack[rule]!).map(({ id }) => id))
  const few = new Set(inSharesAtLeast(highs, free, held).filter((id) => held.has(id)))
  const freeOf = new Map(free.teachers.map((teacher) => [teacher.id, teacher]))
  const teachers = instance.teachers.map((teacher) => (few.has(teacher.id) ? freeOf.get(teacher.id)! : teacher))
  const dear = dearOf(instance)
  const costOfMove: ModelOptions['costOfMove'] = ({ teacher }, cost) => cost + (few.has(teacher.id) ? dear : 0)
  const plan = bestOf(highs, { ...instance, teachers }, { costOfMove })
  return plan ? { rule, teachers: plan.moves.map(({ teacher }) => teacher).filter((id) => few.has(id)) } : { rule }
}

/** Who goes, even in part, where as little as may be of these goes. */
function inSharesAtLeast(highs: Highs, instance: Instance, held: ReadonlySet<string>): string[] {
  const costOfMove: ModelOptions['costOfMove'] = ({ teacher }) => (held.has(teacher.id) ? 1 : 0)
  return withSearch(
    highs,
    withoutAims(instance),
    (search) => readPlan(search.model, search.relax()?.values ?? []).moves.map(({ teacher }) => teacher),
    { costOfMove, costOfRecall: 0 },
  )
}

/** The schools that would have to go beyond what they have said, by as little as may be all together. */
function bendCaps(highs: Highs, instance: Instance): Bend {
  const plan = bestOf(highs, instance, { costOfExcess: dearOf(instance) })
  if (!plan) return { rule: 'most' }
  const homeOf = new Map(instance.teachers.map(({ id, home }) => [id, home]))
  const over = (school: number, way: 'out' | 'in', most: number | undefined, found: number) =>
    most !== undefined && found > most ? [{ school, way, more: found - most }] : []
  const schools = instance.schools.flatMap(({ id, mostOut, mostIn }) => [
    ...over(id, 'out', mostOut, plan.moves.filter(({ teacher }) => homeOf.get(teacher) === id).length),
    ...over(id, 'in', mostIn, plan.moves.filter(({ school }) => school === id).length),
  ])
  return { rule: 'most', schools }
}

/** The best plan where nothing counts but what the options say. */
function bestPlan(highs: Highs, instance: Instance, options: ModelOptions): RotationPlan | undefined {
  return bestOf(highs, withoutAims(instance), { costOfRecall: 0, ...options })
}

const withoutAims = (instance: Instance): Instance => ({
  ...instance,
  weights: { balance: 0, demand: 0, wishes: 0, travel: 0 },
})

const bestOf = (highs: Highs, instance: Instance, options: ModelOptions): RotationPlan | undefined =>
  withSearch(
    highs,
    instance,
    (search) => {
      const found = search.solve({ seconds: SECONDS_FOR_THE_BEST })
      const plan = found.status === 'proved' ? found : found.status === 'late' ? found.plan : undefined
      return plan && readPlan(search.model, plan.columns)
    },
    options,
  )
