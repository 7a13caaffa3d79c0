import loadHighs, { type Highs, type Model as HighsModel, type ModelData } from 'highs'
import type { Matrix } from './matrix.ts'

/** Its types are those of its other build, in which the loader lies one deeper. */
const load = loadHighs as unknown as typeof loadHighs.default

let loading: Promise<Highs> | undefined

/** The solver, compiled once a process: that takes two seconds or three. */
export const solver = (): Promise<Highs> => (loading ??= load())

/** What columns may be at the moment: the model's own bounds, or narrower. */
export interface Bounds {
  lower: Float64Array
  upper: Float64Array
}

export const boundsOf = ({ columns }: Matrix<unknown, unknown>): Bounds => ({
  lower: Float64Array.from(columns, ({ lower }) => lower),
  upper: Float64Array.from(columns, ({ upper }) => upper),
})

/** A model with some of its columns, each within its bounds; whole numbers are asked for only where told. */
export function dataOf(
  { rows, columns, starts, at, values, offset }: Matrix<unknown, unknown>,
  { lower, upper }: Bounds,
  { keep, whole }: { keep: readonly number[]; whole: boolean },
): ModelData {
  const few = Int32Array.from(keep)
  const begins = new Int32Array(few.length + 1)
  few.forEach((column, i) => (begins[i + 1] = begins[i]! + starts[column + 1]! - starts[column]!))
  const size = begins[few.length]!
  const [indices, entries] = [new Int32Array(size), new Float64Array(size)]
  few.forEach((column, i) => {
    indices.set(at.subarray(starts[column], starts[column + 1]), begins[i])
    entries.set(values.subarray(starts[column], starts[column + 1]), begins[i])
  })
  return {
    numCols: few.length,
    numRows: rows.length,
    offset,
    colCost: Float64Array.from(few, (column) => columns[column]!.cost),
    colLower: Float64Array.from(few, (column) => lower[column]!),
    colUpper: Float64Array.from(few, (column) => upper[column]!),
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    matrix: { format: 'csc', numRows: rows.length, numCols: few.length, starts: begins, indices, values: entries },
    ...(whole && { integrality: Int32Array.from(few, (column) => (columns[column]!.whole ? 1 : 0)) }),
  }
}

export type { Highs, HighsModel }
