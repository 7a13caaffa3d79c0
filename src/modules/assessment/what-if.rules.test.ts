import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { percentage } from '#shared/numbers.ts'
import { judge } from './target.rules.ts'
import { mayLeave, neededNew, neededWithin, overBy, type Share } from './what-if.rules.ts'

const rate = { code: 'rate', kind: 'share' as const }
/** What the server would say of it. */
const meets = ({ numerator, denominator }: Share, bounds: { atLeast?: number; atMost?: number }) =>
  judge(bounds, {
    indicator: rate,
    unit: '人',
    amounts: { value: percentage(numerator, denominator), numerator, denominator },
  }).status === 'met'

describe('how many it takes', () => {
  test.each([
    [44, 100, 50, 6, 12],
    [37, 96, 40, 2, 3],
    [100, 465, 22, 3, 3],
    [3, 10, 30, 0, 0],
    [19, 20, 100, 1, null],
    [0, 0, 30, null, 1],
    [20, 20, 100, 0, 0],
  ])('%i of %i to %i %%: %s of those there, or %s new ones', (numerator, denominator, atLeast, within, fresh) => {
    expect(neededWithin({ numerator, denominator }, atLeast)).toBe(within)
    expect(neededNew({ numerator, denominator }, atLeast)).toBe(fresh)
  })

  test.each([
    [44, 100, 30, 20],
    [30, 100, 30, 0],
    [29, 100, 30, null],
    [5, 5, 100, 4],
    [0, 0, 0, null],
  ])('of %i of %i, with a bar of %i %%, %s may leave', (numerator, denominator, atLeast, leave) =>
    expect(mayLeave({ numerator, denominator }, atLeast)).toBe(leave),
  )

  test('over a ceiling by what must go', () => expect(overBy({ numerator: 6, denominator: 10 }, 50)).toBe(1))
})

test('applying the answer meets the target, and one less does not', () => {
  const share = fc
    .integer({ min: 1, max: 5000 })
    .chain((denominator) => fc.record({ numerator: fc.nat(denominator), denominator: fc.constant(denominator) }))
  fc.assert(
    fc.property(share, fc.integer({ min: 0, max: 10_000 }), (was, hundredths) => {
      const bar = { atLeast: hundredths / 100 }
      const within = neededWithin(was, bar.atLeast)!
      const inside = (n: number) => ({ ...was, numerator: was.numerator + n })
      expect(meets(inside(within), bar)).toBe(true)
      if (within > 0) expect(meets(inside(within - 1), bar)).toBe(false)

      const fresh = neededNew(was, bar.atLeast)
      const joined = (n: number) => ({ numerator: was.numerator + n, denominator: was.denominator + n })
      if (fresh === null) expect(bar.atLeast).toBe(100)
      else expect(meets(joined(fresh), bar)).toBe(true)
      if (fresh) expect(meets(joined(fresh - 1), bar)).toBe(false)

      const leave = mayLeave(was, bar.atLeast)
      expect(leave === null).toBe(!meets(was, bar))
      if (leave !== null) expect(meets(joined(-leave), bar)).toBe(true)
      if (leave !== null && leave < was.numerator && leave < was.denominator - 1)
        expect(meets(joined(-leave - 1), bar)).toBe(false)
    }),
  )
})
