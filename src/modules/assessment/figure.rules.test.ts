import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Indicator } from '#shared/policy.ts'
import { amountsOf, countsOf, type Catalogue, type Counter } from './figure.rules.ts'

const plain = { name: '', unit: '人', dimension: '', formula: '' }
const indicators: Indicator[] = [
  { ...plain, code: 'eligible', kind: 'count', numerator: 'p.eligible' },
  { ...plain, code: 'rate', kind: 'share', numerator: 'm.rotated', denominator: 'p.eligible' },
  { ...plain, code: 'tiers', kind: 'count', numerator: 'p.backbone', parts: ['市', '区', '校'] },
  { ...plain, code: 'unions', kind: 'count', numerator: 't.unions' },
  { ...plain, code: 'excellent', kind: 'count', numerator: 'a.excellent', given: 'eligible' },
  { ...plain, code: 'unmeasured', kind: 'count' },
]
const measures = ['p.eligible', 'm.rotated', 'p.backbone', 't.unions', 'a.excellent'].map((name) => ({
  name,
  unit: '人',
  fold: name === 't.unions' ? ('distinct-parts' as const) : ('sum' as const),
}))
const catalogue: Catalogue = {
  indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
  measures: new Map(measures.map((measure) => [measure.name, measure])),
}
const amounts = (code: string, counters: readonly [string, string, number][]) =>
  amountsOf(
    catalogue.indicators.get(code)!,
    countsOf(counters.map(([measure, part, value]): Counter => ({ measure, part, value }))),
    catalogue,
  )

test('nothing handed in is no data, an empty sheet is 0', () => {
  expect(amounts('eligible', [])).toEqual({ value: null, numerator: null, denominator: null })
  expect(amounts('eligible', [['p.eligible', '', 0]]).value).toBe(0)
})

test.each([
  [100, 465, 21.51],
  [88, 430, 20.47],
  [15, 96, 15.63],
  [44, 100, 44],
  [1, 3, 33.33],
  [2, 3, 66.67],
  [0, 5, 0],
  [0, 0, null],
  [3, 0, null],
])('%i of %i is %s %%', (numerator, denominator, value) => {
  const counted = amounts('rate', [['m.rotated', '', numerator], ['p.eligible', '', denominator]]) // prettier-ignore
  expect(counted).toEqual({ value, numerator, denominator })
})

test('a share without one of its sides is no data', () => {
  expect(amounts('rate', [['p.eligible', '', 5]]).value).toBeNull()
  expect(amounts('rate', [['m.rotated', '', 5]]).value).toBeNull()
})

test('parts stand in the order of the catalogue, those without rows are 0, the value is their sum', () => {
  const { value, parts } = amounts('tiers', [['p.backbone', '校', 3], ['p.backbone', '区', 2], ['p.backbone', '', 0]]) // prettier-ignore
  expect(Object.entries(parts!)).toEqual([['市', 0], ['区', 2], ['校', 3]]) // prettier-ignore
  expect(value).toBe(5)
})

test('of a measure folded by distinct parts each part counts once', () => {
  const unions = amounts('unions', [['t.unions', '语文', 7], ['t.unions', '数学', 1], ['t.unions', '', 0], ['t.unions', '语文', 2]]) // prettier-ignore
  expect(unions.value).toBe(2)
})

test('a figure that is given another is no data where that one is 0 or unknown', () => {
  expect(amounts('excellent', [['a.excellent', '', 0], ['p.eligible', '', 0]]).value).toBeNull() // prettier-ignore
  expect(amounts('excellent', [['a.excellent', '', 0]]).value).toBeNull()
  expect(amounts('excellent', [['a.excellent', '', 0], ['p.eligible', '', 9]]).value).toBe(0) // prettier-ignore
})

test('an indicator that nothing can count yet is no data', () =>
  expect(amounts('unmeasured', [['p.eligible', '', 5]]).value).toBeNull())

test('it does not matter in which order or pieces counters come', () => {
  const counter = fc.tuple(fc.constant('p.backbone'), fc.constantFrom('市', '区', '校'), fc.nat(1000))
  fc.assert(
    fc.property(fc.array(counter, { minLength: 1 }), (counters) => {
      const sum = counters.reduce((total, [, , value]) => total + value, 0)
      const whole = amounts('tiers', counters)
      expect(whole.value).toBe(sum)
      expect(amounts('tiers', [...counters].reverse())).toEqual(whole)
    }),
  )
})
