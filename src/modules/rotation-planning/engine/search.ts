import { provedBound, type ProvedBound } from './bound.ts'
import type { Matrix } from './matrix.ts'
import type { Means, Model } from './model.ts'
import { boundsOf, dataOf, type Bounds, type Highs, type HighsModel } from './solver.ts'
import { solveWhole } from './small.ts'
import { Tree } from './tree.ts'
import { costOf, fractions, rounded } from './whole.ts'

/** A plan in the model's columns, and what it costs in whole. */
export interface Plan {
  cost: number
  columns: Float64Array
}

export type Found =
  /** No better plan exists. */
  | ({ status: 'proved'; how: 'bound' | 'filter' | 'tree' } & Plan)
  /** The time was over: the best plan so far, if any, and what none can cost less than. */
  | { status: 'late'; plan: Plan | undefined; least: number }
  | { status: 'impossible' }

export interface Relaxed {
  bound: ProvedBound
  values: Float64Array
}

export interface Progress {
  /** What the best plan so far costs; undefined before there is one. */
  cost: number | undefined
  /** What no plan can cost less than. */
  least: number
}

export interface SearchOptions {
  /** After so long the best plan so far is given; a plan that is proved does not depend on it. */
  seconds?: number
  onProgress?(progress: Progress): void
}

/** What can be searched: whatever its rows mean. */
export type Searched = Matrix<unknown, { kind: Means['kind'] }>

/** A column of a reduced cost above this is left out of the first small model, which finds the best plan mostly. */
const FIRST_DELTA = 8

/**
 * Finds the best plan of a model and proves it. The relaxation is solved once and kept; where it is whole, it is the plan.
 * Else a small model of the columns that can matter is solved in whole numbers; what was left out is proved not to matter
 * by its reduced cost, or by a tree of exact bounds.
 */
export class Search<M extends Searched = Model> {
  readonly model: M
  readonly bounds: Bounds
  readonly highs: Highs
  private readonly relaxation: HighsModel

  constructor(highs: Highs, model: M) {
    this.highs = highs
    this.model = model
    this.bounds = boundsOf(model)
    const keep = model.columns.map((_, at) => at)
    this.relaxation = highs.createModel(dataOf(model, this.bounds, { keep, whole: false }))
    // Presolving takes three times as long as solving, and what was solved without is a start for the next question.
    this.relaxation.options.set({ output_flag: false, presolve: 'off' })
  }

  /** The solver's memory is not collected by anybody else. */
  dispose(): void {
    this.relaxation.dispose()
  }

  /** Narrows what a column may be, or widens it again. */
  limit(column: number, lower: number, upper: number): void {
    this.bounds.lower[column] = lower
    this.bounds.upper[column] = upper
    this.relaxation.changeColBounds(column, lower, upper)
  }

  /** The relaxation as things stand; undefined where it has no solution. */
  relax(): Relaxed | undefined {
    const { relaxation, highs } = this
    relaxation.run()
    if (relaxation.getModelStatus() !== highs.constants.modelStatus.optimal) return undefined
    const { rowDual, colValue } = relaxation.getSolution()
    return { bound: provedBound(this.model, this.bounds, rowDual), values: Float64Array.from(colValue) }
  }

  solve(options: SearchOptions = {}): Found {
    const relaxed = this.relax()
    if (!relaxed) return { status: 'impossible' }
    const plan = this.planOf(relaxed.values)
    if (plan && plan.cost <= relaxed.bound.least) return { status: 'proved', ...plan, how: 'bound' }
    return this.widen(relaxed.bound, options)
  }

  /**
   * Whether there is any plan: told with the plan that is found first, mostly after one small model, because what the
   * weights would choose lies near the relaxation. Undefined: not told in time.
   */
  isPossible(seconds = Infinity): boolean | undefined {
    const end = performance.now() + 1_000 * seconds
    const relaxed = this.relax()
    if (!relaxed) return false
    if (this.planOf(relaxed.values)) return true
    const { bound } = relaxed
    for (let delta = FIRST_DELTA; ; delta = delta * 8 + 50) {
      const keep = this.within(bound, bound.least + delta)
      const left = (end - performance.now()) / 1_000
      const small = solveWhole(this, keep, {
        least: bound.least,
        any: true,
        ...(left < Infinity && { seconds: Math.max(0.05, left) }),
      })
      if (small.plan) return true
      if (small.status === 'late' || left <= 0) return undefined
      if (keep.length === this.model.columns.length) return false
    }
  }

  /** The plan that a solution is; undefined where something that must be whole is not. */
  planOf(values: Float64Array): Plan | undefined {
    if (fractions(this.model, values).length > 0) return undefined
    const columns = rounded(values)
    const cost = costOf(this.model, this.bounds, columns)
    return cost === undefined ? undefined : { cost, columns }
  }

  /** Solves small models, each wider than the last, until what they leave out is proved not to matter. */
  private widen(bound: ProvedBound, options: SearchOptions): Found {
    for (let delta = FIRST_DELTA; ;) {
      const keep = this.within(bound, bound.least + delta)
      const small = solveWhole(this, keep, { ...options, least: bound.least })
      if (small.status === 'late') return { ...small, least: bound.least }
      const proved = small.status === 'best' && this.prove(small.plan, bound, delta)
      if (proved) return proved
      if (small.status === 'impossible' && keep.length === this.model.columns.length) return { status: 'impossible' }
      delta = small.status === 'best' ? small.plan.cost - bound.least : delta * 8 + 50
    }
  }

  /** The best plan of a small model is the best of all where what was left out costs more; else a tree may prove it. */
  private prove(plan: Plan, bound: ProvedBound, delta: number): Found | undefined {
    if (plan.cost <= bound.least + delta) return { status: 'proved', ...plan, how: 'filter' }
    const best = new Tree(this, plan).prove(bound)
    return best && { status: 'proved', ...best, how: 'tree' }
  }

  /** The columns that a plan of at most this cost can use, and those that are always there. */
  private within({ leastWith }: ProvedBound, cost: number): number[] {
    const { columns } = this.model
    return [...columns.keys()].filter(
      (at) => !columns[at]!.whole || this.bounds.lower[at]! > 0 || leastWith(at) <= cost,
    )
  }
}
