import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countedOf, earned, elapsedOf, fillers, matrixOf, planOn } from './credit.rules.ts'
import type { TrainingPlan } from './plan.contract.ts'

const plan: TrainingPlan = {
  id: 'plan',
  name: '示例办法',
  source: '市教委',
  clause: '一',
  words: '不少于36学分',
  from: '2021-01-01',
  until: '2025-12-31',
  hoursPerCredit: 10,
  minAttendance: 80,
  tiers: ['区级', '校本'],
  fields: ['师德素养', '知识技能'],
  sum: 10,
  required: [
    { tier: '区级', field: '知识技能', credits: 6 },
    { tier: '校本', field: '师德素养', credits: 4 },
  ],
  recognisedAs: ['区级', '校本'],
  clauses: [],
  unverified: [],
}

describe('the plan in force', () => {
  const next = { ...plan, id: 'next', from: '2026-01-01', until: '2030-12-31' }
  test.each([
    ['2020-12-31', [plan], undefined],
    ['2021-01-01', [plan], ['plan', '2021-01-01', false]],
    ['2025-12-31', [plan, next], ['plan', '2021-01-01', false]],
    ['2026-01-01', [plan, next], ['next', '2026-01-01', false]],
    ['2026-11-27', [plan], ['plan', '2026-01-01', true]],
    ['2031-01-01', [plan], ['plan', '2031-01-01', true]],
  ] as const)('on %s', (day, plans, expected) => {
    const found = planOn(plans, day)
    expect(found && [found.id, found.from, found.provisional]).toEqual(expected)
  })

  test('is over by the days that have passed', () => {
    expect(elapsedOf(plan, '2025-12-31')).toBe(1)
    expect(elapsedOf(plan, '2019-01-01')).toBe(0)
    expect(elapsedOf({ from: '2021-01-01', until: '2021-01-10' }, '2021-01-05')).toBe(0.5)
  })
})

describe('what attended hours earn', () => {
  test.each([
    [10, 10, 100],
    [8, 10, 80],
    [7.9, 10, 0],
    [0, 10, 0],
    [0, 0, 0],
    [4.5, 4.5, 45],
    [2.4, 3, 24],
  ])('%d of %d hours: %d hundredths', (came, of, hundredths) => {
    expect(earned(plan, came, of)).toBe(hundredths)
  })

  test('is never more than the whole course gives, and never less for more hours', () => {
    const hours = fc.integer({ min: 0, max: 200 }).map((halves) => halves / 2)
    fc.assert(
      fc.property(hours, hours, hours, (a, b, c) => {
        const [less, more, of] = [a, b, c].sort((x, y) => x - y) as [number, number, number]
        expect(earned(plan, less, of)).toBeLessThanOrEqual(earned(plan, more, of))
        expect(earned(plan, more, of)).toBeLessThanOrEqual(Math.floor(of * 10 + 1e-9))
      }),
    )
  })
})

describe('the matrix', () => {
  test('fills no cell with what another has too much of', () => {
    const matrix = matrixOf(plan, { '校本/师德素养': 900, '区级/知识技能': 150, '区级/师德素养': 100 })
    expect(matrix).toContainEqual({ tier: '校本', field: '师德素养', have: 9, need: 4, missing: 0 })
    expect(matrix).toContainEqual({ tier: '区级', field: '知识技能', have: 1.5, need: 6, missing: 4.5 })
    expect(matrix).toContainEqual({ tier: '区级', field: '师德素养', have: 1, need: 0, missing: 0 })
    expect(countedOf(matrix)).toBe(5.5)
  })
})

describe('what fills the greatest gap', () => {
  const now = new Date('2025-03-01T00:00:00Z')
  const course = (title: string, tier: string, field: string, more = {}) => ({
    ...{ title, tier, field, startsAt: new Date('2025-04-01T00:00:00Z'), left: null as number | null },
    ...more,
  })
  const matrix = matrixOf(plan, { '校本/师德素养': 300 })

  test('comes first; what is full, over or of no need is left out', () => {
    const found = fillers(
      plan,
      matrix,
      [
        course('一分', '校本', '师德素养'),
        course('六分', '学区集团', '知识技能'),
        course('更早', '区级', '知识技能', { startsAt: new Date('2025-03-02T00:00:00Z'), left: 3 }),
        course('已满', '区级', '知识技能', { left: 0 }),
        course('已开始', '区级', '知识技能', { startsAt: new Date('2025-02-01T00:00:00Z') }),
        course('不缺', '校本', '知识技能'),
      ],
      now,
    )
    expect(found.map(({ course: { title }, tiers, gap }) => [title, tiers, gap])).toEqual([
      ['更早', ['区级'], 6],
      ['六分', ['区级'], 6],
      ['一分', ['校本'], 1],
    ])
  })
})
