import loadHighs, { type Highs, type Model as HighsModel, type ModelData } from 'highs'
import type { Matrix } from './matrix.ts'

/** Its types are those of its other build, in which the loader lies one deeper. */
const load = loadHighs as unknown as typeof loadHighs.default

let loading: Promise<Highs> | undefined

/** The solver, compiled once a process: that takes two seconds or three. */
export const solver = (): Promise<Highs> => (loading ??= load())

/** `Float64Array.from` goes by iterators and grows as it goes, which is ten times slower. */
export function numbers<T>(of: readonly T[], number: (one: T) => number): Float64Array {
  const found = new Float64Array(of.length)
  for (let i = 0; i < of.length; i++) found[i] = number(of[i]!)
  return found
}

/** What columns may be at the moment: the model's own bounds, or narrower. */
export interface Bounds {
  lower: Float64Array
  upper: Float64Array
}

export const boundsOf = ({ columns }: Matrix<unknown, unknown>): Bounds => ({
  lower: numbers(columns, ({ lower }) => lower),
  upper: numbers(columns, ({ upper }) => upper),
})

/** A model with some of its columns, each within its bounds; whole numbers are asked for only where told. */
export function dataOf(
  { rows, columns, starts, at, values, offset }: Matrix<unknown, unknown>,
  { lower, upper }: Bounds,
  { keep, whole }: { keep: readonly number[]; whole: boolean },
): ModelData {
  const begins = new Int32Array(keep.length + 1)
  keep.forEach((column, i) => (begins[i + 1] = begins[i]! + starts[column + 1]! - starts[column]!))
  const size = begins[keep.length]!
  const [indices, entries] = [new Int32Array(size), new Float64Array(size)]
  keep.forEach((column, i) => {
    indices.set(at.subarray(starts[column], starts[column + 1]), begins[i])
    entries.set(values.subarray(starts[column], starts[column + 1]), begins[i])
  })
  return {
    numCols: keep.length,
    numRows: rows.length,
    offset,
    colCost: numbers(keep, (column) => columns[column]!.cost),
    colLower: numbers(keep, (column) => lower[column]!),
    colUpper: numbers(keep, (column) => upper[column]!),
    rowLower: numbers(rows, (row) => row.lower),
    rowUpper: numbers(rows, (row) => row.upper),
    matrix: { format: 'csc', numRows: rows.length, numCols: keep.length, starts: begins, indices, values: entries },
    ...(whole && { integrality: new Int32Array(numbers(keep, (column) => (columns[column]!.whole ? 1 : 0))) }),
  }
}

export type { Highs, HighsModel }
