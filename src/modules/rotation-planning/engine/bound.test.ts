import { describe, expect, test } from 'vitest'
import { provedBound } from './bound.ts'
import { Entries, MatrixWriter } from './matrix.ts'
import { boundsOf } from './solver.ts'

/** Two of three things must be taken; they cost 3, 5 and 9. */
function twoOfThree() {
  const writer = new MatrixWriter<string, string>()
  const two = writer.row('two', 2, 2)
  for (const cost of [3, 5, 9])
    writer.column({ means: 'thing', cost, lower: 0, upper: 1, whole: true }, new Entries().put(two, 1))
  return writer.matrix()
}

describe('what no plan can cost less than', () => {
  const matrix = twoOfThree()
  const bounds = boundsOf(matrix)

  test('right duals give the best cost itself', () => {
    expect(provedBound(matrix, bounds, [5]).least).toBe(8)
  })

  test.each([-100, -1, 0, 2, 4.9, 6, 9, 1000])('duals of %d give nothing above it', (dual) => {
    expect(provedBound(matrix, bounds, [dual]).least).toBeLessThanOrEqual(8)
  })

  test('each thing has its price: what a plan costs at least with it, and without it', () => {
    const bound = provedBound(matrix, bounds, [5])
    expect([0, 1, 2].map(bound.leastWith)).toEqual([8, 8, 12])
    expect([0, 1, 2].map(bound.leastWithout)).toEqual([10, 8, 8])
  })

  test('where a column has no end that would be needed, nothing is proved', () => {
    const { upper, lower } = bounds
    expect(provedBound(matrix, { lower, upper: upper.map(() => Infinity) }, [100]).least).toBe(-Infinity)
  })
})
