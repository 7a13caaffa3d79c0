import type { ProvedBound } from './bound.ts'
import type { Means } from './model.ts'
import type { Plan, Search, Searched } from './search.ts'
import { fractions } from './whole.ts'

const order: readonly Means['kind'][] = ['goes', 'group', 'recall', 'move', 'team']

/** Beyond so many nodes a wider model is quicker. */
const MOST_NODES = 250

/** Proves that a plan is the best, or finds a better one: halves the question until each part has an exact bound above it. */
export class Tree {
  private readonly search: Search<Searched>
  private best: Plan
  private nodes = 0

  constructor(search: Search<Searched>, plan: Plan) {
    this.search = search
    this.best = plan
  }

  /** The best plan; undefined where it would take too long. */
  prove({ leastWith }: ProvedBound): Plan | undefined {
    const { columns } = this.search.model
    const { lower, upper } = this.search.bounds
    const useless = [...columns.keys()].filter(
      (at) => columns[at]!.whole && lower[at]! < upper[at]! && leastWith(at) >= this.best.cost,
    )
    for (const at of useless) this.search.limit(at, 0, 0)
    const isProved = this.isProved()
    for (const at of useless) this.search.limit(at, 0, 1)
    return isProved ? this.best : undefined
  }

  private isProved(): boolean {
    if (++this.nodes > MOST_NODES) return false
    const relaxed = this.search.relax()
    if (!relaxed || relaxed.bound.least >= this.best.cost) return true
    const open = fractions(this.search.model, relaxed.values)
    if (open.length > 0) return this.branch(this.choose(open, relaxed.values), relaxed.values)
    const plan = this.search.planOf(relaxed.values)
    if (plan && plan.cost < this.best.cost) this.best = plan
    return plan !== undefined
  }

  private branch(column: number, values: Float64Array): boolean {
    const ends = values[column]! >= 0.5 ? [1, 0] : [0, 1]
    const isProved = ends.every((end) => {
      this.search.limit(column, end, end)
      return this.isProved()
    })
    this.search.limit(column, 0, 1)
    return isProved
  }

  /** Whether a group goes, and where, moves the most at once; then moves, then teams; of these what is nearest to a half. */
  private choose(open: readonly number[], values: Float64Array): number {
    const rank = (at: number) => {
      const { kind } = this.search.model.columns[at]!.means
      return order.indexOf(kind) + Math.abs(values[at]! - 0.5)
    }
    return open.reduce((best, at) => (rank(at) < rank(best) ? at : best))
  }
}
