import type { Matrix } from './matrix.ts'
import type { Bounds } from './solver.ts'

/** Duals are taken in steps of this, so that all that follows is whole numbers and exact. */
const FINE = 2 ** 16

/** What no plan within the bounds can cost less than, whatever the solver says. */
export interface ProvedBound {
  /** The least that a plan costs: a whole number, for every plan costs one. */
  least: number
  /** What a plan costs at least that uses this column fully. */
  leastWith(column: number): number
  /** What a plan costs at least that uses this column as little as may be. */
  leastWithout(column: number): number
}

/**
 * Weak duality: for any duals y, offset + Σ(y > 0 ? y·lower : y·upper of the row) + Σ min(rc·lower, rc·upper of the
 * column) is a lower bound, where rc = cost − yᵀA. Nobody has to trust whoever found y: wrong duals give a weak bound,
 * never a false one. With `costs: false` the same sum of a ray proves that there is no plan when it is above zero.
 */
export function provedBound(
  matrix: Matrix<unknown, unknown>,
  bounds: Bounds,
  duals: ArrayLike<number>,
  { costs = true }: { costs?: boolean } = {},
): ProvedBound {
  const { rows, columns, offset } = matrix
  const fine = new Float64Array(rows.length)
  const reduced = new Float64Array(columns.length)
  let sum = costs ? offset * FINE : 0
  rows.forEach((row, at) => {
    const dual = (fine[at] = fineDual(row, duals[at]!))
    if (dual !== 0) sum += dual * (dual > 0 ? row.lower : row.upper)
  })
  columns.forEach(({ cost }, at) => {
    const rc = (reduced[at] = (costs ? cost * FINE : 0) - priced(matrix, at, fine))
    if (rc !== 0) sum += rc * (rc > 0 ? bounds.lower[at]! : bounds.upper[at]!)
  })
  // Beyond the numbers that are exact, or with a column without an end, nothing is proved.
  const exact = Number.isSafeInteger(sum) ? sum : -Infinity
  const least = Math.ceil(exact / FINE)
  const moved = (column: number, rc: number) =>
    rc > 0 ? Math.ceil((exact + rc * (bounds.upper[column]! - bounds.lower[column]!)) / FINE) : least
  return {
    least,
    leastWith: (column) => moved(column, reduced[column]!),
    leastWithout: (column) => moved(column, -reduced[column]!),
  }
}

/** A row without an end on one side has no price on that side. */
function fineDual({ lower, upper }: { lower: number; upper: number }, dual: number): number {
  const fine = Math.round(dual * FINE)
  if (fine > 0 && lower === -Infinity) return 0
  return fine < 0 && upper === Infinity ? 0 : fine
}

function priced({ starts, at, values }: Matrix<unknown, unknown>, column: number, fine: Float64Array): number {
  let sum = 0
  for (let k = starts[column]!; k < starts[column + 1]!; k++) sum += values[k]! * fine[at[k]!]!
  return sum
}
