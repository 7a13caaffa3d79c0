import { buildModel, type ModelOptions } from './model.ts'
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
