import { buildModel, type ModelOptions } from './model.ts'
import { bendable, ruleOf, type Bendable } from './relax.ts'
import { Search } from './search.ts'
import type { Instance } from './instance.ts'
import type { Highs } from './solver.ts'

/** Whether a plan is possible that nothing more is asked of takes so long at most; later it counts as not. */
const PATIENCE_SECONDS = 4

/** Works with an instance in the solver, whose memory nobody else would free. */
export function withSearch<T>(
  highs: Highs,
  instance: Instance,
  work: (search: Search) => T,
  options?: ModelOptions,
): T {
  const search = new Search(highs, buildModel(instance, options))
  try {
    return work(search)
  } finally {
    search.dispose()
  }
}

/** Whether a plan is possible. */
export const inWhole = (highs: Highs, instance: Instance, seconds = PATIENCE_SECONDS): boolean =>
  withSearch(highs, instance, (search) => search.isPossible(seconds) === true)

/** Whether a plan would be possible if a teacher could go in parts: quickly told, and where not, there is none. */
export const inShares = (highs: Highs, instance: Instance): boolean => refuted(highs, instance) === undefined

/**
 * The rules that a proof of impossibility needs, even in parts of moves; undefined where none is. Rules about persons
 * leave out columns, so that each proof may need them.
 */
export function refuted(highs: Highs, instance: Instance): Set<Bendable> | undefined {
  return withSearch(highs, instance, (search) => {
    const prices = search.refutation()
    if (!prices) return undefined
    const { rows } = search.model
    const named = new Set(rows.flatMap(({ rule }, at) => (prices[at] === 0 ? [] : (ruleOf[rule.family] ?? []))))
    return new Set(bendable.filter((rule) => named.has(rule) || !rulesOfRows.has(rule)))
  })
}

const rulesOfRows = new Set(Object.values(ruleOf))
