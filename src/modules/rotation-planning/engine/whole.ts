import type { Matrix } from './matrix.ts'
import type { Bounds } from './solver.ts'

const NEAR = 1e-6

/** Columns that must be whole and are not, in a solution. */
export function fractions({ columns }: Matrix<unknown, unknown>, values: ArrayLike<number>): number[] {
  const found: number[] = []
  columns.forEach(({ whole }, at) => {
    if (whole && Math.abs(values[at]! - Math.round(values[at]!)) > NEAR) found.push(at)
  })
  return found
}

/** What a plan in whole numbers costs; undefined where a bound or a row does not hold: then it is none. */
export function costOf(
  { rows, columns, starts, at, values, offset }: Matrix<unknown, unknown>,
  { lower, upper }: Bounds,
  plan: ArrayLike<number>,
): number | undefined {
  const sums = new Float64Array(rows.length)
  let cost = offset
  for (let column = 0; column < columns.length; column++) {
    const value = plan[column]!
    if (value < lower[column]! || value > upper[column]!) return undefined
    if (value === 0) continue
    cost += columns[column]!.cost * value
    for (let k = starts[column]!; k < starts[column + 1]!; k++) sums[at[k]!]! += values[k]! * value
  }
  return rows.every((row, i) => sums[i]! >= row.lower && sums[i]! <= row.upper) ? cost : undefined
}

/** The plan in whole numbers that a solution stands for. Where whole columns are whole, so can all the others be. */
export const rounded = (values: Float64Array): Float64Array => values.map(Math.round)
