import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultIn, linearSteps, packOf, ruleInWords } from './goal.rules.ts'
import { verdictsOf } from './target.rules.ts'

const rate = { kind: 'share' as const, name: '交流轮岗比例' }
const courses = { kind: 'count' as const, name: '共建课程' }

test('the rule of a base is one line, however its parts end', () => {
  expect(ruleInWords(['占比', '填报的人数。', undefined, '名册的人数。'])).toBe('占比；填报的人数；名册的人数')
})

test('the steps go up evenly and end at what is wanted', () => {
  expect(linearSteps({ year: 2023, value: 21.51 }, { year: 2026, value: 30 }, 2)).toEqual([
    { year: 2024, value: 24.34 },
    { year: 2025, value: 27.17 },
    { year: 2026, value: 30 },
  ])
  expect(linearSteps({ year: 2023, value: 24 }, { year: 2024, value: 30 }, 0)).toEqual([{ year: 2024, value: 30 }])
  expect(linearSteps({ year: 2023, value: 24 }, { year: 2023, value: 30 }, 0)).toEqual([])
})

test('whatever the values, the steps are one a year, never turn round, and the last is exactly the final value', () => {
  const value = fc.integer({ min: 0, max: 1_000_000 }).map((hundredths) => hundredths / 100)
  fc.assert(
    fc.property(value, value, fc.integer({ min: 1, max: 10 }), fc.constantFrom(0, 2), (from, to, years, decimals) => {
      const steps = linearSteps({ year: 2023, value: from }, { year: 2023 + years, value: to }, decimals)
      expect(steps.map(({ year }) => year)).toEqual(Array.from({ length: years }, (_, n) => 2024 + n))
      expect(steps.at(-1)!.value).toBe(to)
      const between = steps.slice(0, -1).map((step) => step.value)
      const sorted = [...between].sort((a, b) => (from <= to ? a - b : b - a))
      expect(between).toEqual(sorted)
    }),
  )
})

test.each([
  [
    rate,
    [
      [2024, 22],
      [2025, 25],
    ],
    undefined,
  ],
  [
    rate,
    [
      [2025, 25],
      [2024, 22],
    ],
    '各学年要从早到晚，每年一个值。',
  ],
  [
    rate,
    [
      [2024, 25],
      [2024, 22],
    ],
    '各学年要从早到晚，每年一个值。',
  ],
  [rate, [[2023, 25]], '2023学年不晚于基期，请从基期的下一学年写起。'],
  [rate, [[2044, 25]], '2044学年离现在太远，请写10年以内的学年。'],
  [rate, [[2024, 101]], '交流轮岗比例是比例，目标不会超过 100 %。'],
  [courses, [[2024, 30.5]], '共建课程是个数，目标请写整数。'],
  [courses, [[2024, 300]], undefined],
] as const)('%o to %j: %s', (indicator, pairs, fault) => {
  const steps = pairs.map(([year, value]) => ({ year, value }))
  expect(faultIn({ steps, baselineYear: 2023 }, indicator, 2024)).toBe(fault)
})

test('a unit’s own target is judged like a document’s, in the year of each step, under the unit’s name', () => {
  const unit = { kind: 'cluster', name: '甲学区', stageScope: null }
  const steps = [
    { year: 2024, value: 22 },
    { year: 2025, value: 25 },
  ]
  const pack = packOf(unit, [{ indicator: 'rate', direction: 'at-least', steps, basis: '理事会', reason: '请示范' }])
  const judged = {
    indicator: { code: 'rate', kind: 'share' as const },
    amounts: { value: 21.51, numerator: 100, denominator: 465 },
    unit: '人',
  }
  const { rules, ahead } = verdictsOf(judged, unit, 2024, [pack])
  expect(rules).toMatchObject([
    { pack: 'own', packName: '本学区自定', clause: '理事会', target: '≥ 22', gap: '还差 3 人' },
  ])
  expect(ahead).toMatchObject([{ target: '≥ 25', by: 2025, status: 'missed' }])
  expect(verdictsOf(judged, { ...unit, name: '乙学区' }, 2024, [pack]).rules).toEqual([])
})
