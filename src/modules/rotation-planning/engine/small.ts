import type { Plan, Progress, Search, Searched } from './search.ts'
import { dataOf, type HighsModel } from './solver.ts'

export interface WholeOptions {
  seconds?: number
  /** The first plan will do. */
  any?: boolean
  /** What no plan can cost less than, to be told with the progress. */
  least: number
  onProgress?(progress: Progress): void
}

export type Whole =
  | { status: 'best'; plan: Plan }
  | { status: 'impossible'; plan?: undefined }
  | { status: 'late'; plan: Plan | undefined }

/** What helps with models of this kind and size; every plan costs a whole number, so a gap below one is none. */
const options = {
  output_flag: false,
  mip_rel_gap: 0,
  mip_abs_gap: 0.99,
  mip_heuristic_run_feasibility_jump: false,
  mip_detect_symmetry: false,
  mip_allow_restart: false,
  mip_heuristic_effort: 0,
}

/** Where any plan will do, it is looked for. */
const first = { mip_max_improving_sols: 1, mip_heuristic_effort: 0.2, mip_heuristic_run_feasibility_jump: true }

/** The best plan of some of the columns, in whole numbers. */
export function solveWhole(search: Search<Searched>, keep: readonly number[], asked: WholeOptions): Whole {
  const small = search.highs.createModel(dataOf(search.model, search.bounds, { keep, whole: true }))
  try {
    small.options.set(options)
    if (asked.seconds !== undefined) small.options.set({ time_limit: asked.seconds })
    if (asked.any) small.options.set(first)
    run(search, small, asked)
    return outcome(search, small, keep)
  } finally {
    small.dispose()
  }
}

function run({ highs }: Search<Searched>, small: HighsModel, { least, onProgress }: WholeOptions): void {
  if (!onProgress) return void small.run()
  small.run({
    [highs.constants.callbackType.mipInterrupt]({ data }) {
      const cost = data.mip_primal_bound
      onProgress({ cost: cost !== undefined && Number.isFinite(cost) ? Math.round(cost) : undefined, least })
      return undefined
    },
  })
}

function outcome(search: Search<Searched>, small: HighsModel, keep: readonly number[]): Whole {
  const { optimal, infeasible } = search.highs.constants.modelStatus
  const status = small.getModelStatus()
  if (status === infeasible) return { status: 'impossible' }
  const { colValue } = small.getSolution()
  const values = new Float64Array(search.model.columns.length)
  if (colValue.length === keep.length) keep.forEach((column, i) => (values[column] = colValue[i]!))
  const plan = search.planOf(values)
  return status === optimal && plan ? { status: 'best', plan } : { status: 'late', plan }
}
