import { describe, expect, test } from 'vitest'
import type { Indicator } from '#shared/policy.ts'
import type { Figure, RuleVerdict } from './figure.contract.ts'
import { heldFigures, standingOf } from './formation.rules.ts'

const rule = (more: Partial<RuleVerdict>): RuleVerdict => ({
  ...{ pack: 'p', packName: '办法', clause: '一', words: '', target: '≥ 10', status: 'met', gap: '', atLeast: 10 },
  ...more,
})
type Counted = Figure & Pick<Indicator, 'kind' | 'wholeOnly'>
const figure = (more: Partial<Counted>): Counted => ({
  ...{
    code: 'rate',
    name: '交流轮岗比例',
    unit: '%',
    dimension: '',
    year: 2023,
    value: 20,
    numerator: 2,
    denominator: 10,
  },
  ...{ rules: [], ahead: [], kind: 'share', ...more },
})

describe('what schools are held against', () => {
  test('is every figure that has a value and a rule of now or later', () => {
    const held = heldFigures([
      figure({ code: 'now', rules: [rule({})] }),
      figure({ code: 'later', ahead: [{ ...rule({ target: '≥ 16', atLeast: 16 }), by: 2025 }] }),
      figure({ code: 'free' }),
      figure({ code: 'unknown', value: null, rules: [rule({})] }),
    ])
    expect(held.map(({ code, bars }) => [code, bars[0]?.target])).toEqual([
      ['now', '≥ 10'],
      ['later', '≥ 16'],
    ])
  })

  test('is no figure that only tells what kind a school is', () => {
    expect(heldFigures([figure({ wholeOnly: true, rules: [rule({})] })])).toEqual([])
  })

  test('names each bar once and says which one counts', () => {
    const [held] = heldFigures([figure({ rules: [rule({}), rule({}), rule({ target: '≥ 20', atLeast: 20 })] })])
    expect(held!.bars).toEqual([
      { target: '≥ 10', counts: false },
      { target: '≥ 20', counts: true },
    ])
  })

  test('counts the lowest of several ceilings', () => {
    const most = (atMost: number): RuleVerdict => {
      const { atLeast: _, ...rest } = rule({ target: `≤ ${atMost}`, atMost })
      return rest
    }
    const [held] = heldFigures([figure({ rules: [most(40), most(30)] })])
    expect(held!.bars.filter(({ counts }) => counts)).toEqual([{ target: '≤ 30', counts: true }])
  })
})

describe('a school', () => {
  const held = heldFigures([
    figure({ rules: [rule({}), rule({ target: '≥ 20', atLeast: 20 })] }),
    figure({ code: 'courses', kind: 'count', unit: '门', rules: [rule({ target: '≥ 8', atLeast: 8 })] }),
  ])
  const values = (rate: number | null, courses: number | null) => (code: string) => ({
    value: code === 'rate' ? rate : courses,
  })

  test('that meets its part of every bar is at the targets', () => {
    expect(standingOf(held, values(20, 2), 4)).toEqual({
      distance: 0,
      figures: { rate: { value: 20, lack: 0 }, courses: { value: 2, lack: 0 } },
    })
  })

  test('lacks what the hardest rule lacks; of a count it owes its part', () => {
    expect(standingOf(held, values(10, 1), 4)).toEqual({
      distance: 0.5,
      figures: { rate: { value: 10, lack: 0.5 }, courses: { value: 1, lack: 0.5 } },
    })
  })

  test('of which nothing is known has no distance', () => {
    expect(standingOf(held, () => undefined, 4).distance).toBeNull()
    expect(standingOf(held, values(null, 2), 4).figures['rate']).toEqual({ value: null, lack: null })
  })
})
