import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundForSchool, distanceToTargets, lackOf } from './distance.rules.ts'

test.each([
  [20, { atLeast: 20 }, 0],
  [15, { atLeast: 20 }, 0.25],
  [0, { atLeast: 20 }, 1],
  [40, { atMost: 20 }, 0.5],
  [20, { atMost: 20 }, 0],
  [25, { atLeast: 10, upTo: 20 }, 0],
  [0, { atLeast: 0 }, 0],
])('%i against %o lacks %d', (value, bounds, lack) => expect(lackOf(value, bounds)).toBe(lack))

test('a figure counts once, by the rule it is farthest from; the distance is the mean over the figures', () => {
  const rate = { code: 'rate', value: 15, bounds: [{ atLeast: 10 }, { atLeast: 20 }, { atLeast: 20 }] }
  const share = { code: 'share', value: 44, bounds: [{ atLeast: 30 }] }
  expect(distanceToTargets([rate, share])).toBe(0.125)
})

test('what has no value or no rule tells nothing', () => {
  const unknown = { code: 'a', value: null, bounds: [{ atLeast: 1 }] }
  const free = { code: 'b', value: 3, bounds: [] }
  expect(distanceToTargets([unknown, free])).toBeNull()
  expect(distanceToTargets([unknown, { code: 'c', value: 1, bounds: [{ atLeast: 1 }] }])).toBe(0)
})

test('a school is held against the cluster’s share, and against its part of a count', () => {
  expect(boundForSchool({ atLeast: 20 }, 'share', 36)).toEqual({ atLeast: 20 })
  expect(boundForSchool({ atLeast: 36, upTo: 50 }, 'count', 36)).toEqual({ atLeast: 1 })
  expect(boundForSchool({ atMost: 72 }, 'count', 36)).toEqual({ atMost: 2 })
})

test('it lies between 0 and 1, and is 0 exactly when everything is met', () => {
  const bounds = fc.oneof(fc.record({ atLeast: fc.nat(50) }), fc.record({ atMost: fc.nat(50) }))
  const figure = fc.record({ code: fc.constant('x'), value: fc.nat(100), bounds: fc.array(bounds, { minLength: 1 }) })
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1 }), (figures) => {
      const distance = distanceToTargets(figures)!
      expect(distance).toBeGreaterThanOrEqual(0)
      expect(distance).toBeLessThanOrEqual(1)
      const met = figures.every(({ value, bounds: all }) => all.every((one) => lackOf(value, one) === 0))
      expect(distance === 0).toBe(met)
    }),
  )
})
