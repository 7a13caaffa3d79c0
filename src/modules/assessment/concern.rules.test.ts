import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '#platform/config.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { readPolicies } from '#platform/policies/read.ts'
import type { PolicyPack, Target } from '#shared/policy.ts'
import { areStill, concernsIn, isJump, type YearValue } from './concern.rules.ts'
import { packOf } from './goal.rules.ts'
import { boundBy, type Rule } from './target.rules.ts'

type Value = number | null | Record<string, number>
/** The figures of the sample cluster, as its plan prints them. */
const printed = JSON.parse(readFileSync(join(projectRoot(), 'test/cases/zhuanqiao-expected.json'), 'utf8')) as {
  years: Record<string, Record<string, Value>>
}
const cluster = { kind: 'cluster', name: '颛桥镇学区', stageScope: 'cross-stage' as const }
const policies = policiesOf(readPolicies(projectRoot()), 310112)

function valueIn(year: string, code: string): YearValue {
  const value = printed.years[year]![code] ?? null
  if (value === null || typeof value === 'number') return { year: Number(year), value }
  return { year: Number(year), value: Object.values(value).reduce((sum, one) => sum + one, 0), parts: value }
}

const concernsOf = (code: string, packs = policies.packs) =>
  concernsIn({
    indicator: policies.indicators.find((one) => one.code === code)!,
    years: Object.keys(printed.years).map((year) => valueIn(year, code)),
    rules: boundBy(code, cluster, packs),
  })

describe('of the sample cluster’s three years', () => {
  test('the sports grounds that go 856 → 124 → 1264 are one jump, with what else jumped', () => {
    expect(concernsOf('venue_sharing')).toEqual([
      {
        key: 'jump/2021',
        kind: 'jump',
        words:
          '2021至2023学年变动很大：合计 1,030 → 231 → 1,508 次；体育场馆 856 → 124 → 1,264 次；其他 137 → 48 → 172 次',
        year: 2022,
        numbers: [1030, 231, 1508, 856, 124, 1264, 137, 48, 172],
      },
    ])
  })

  test('the plan’s 10 % for 2024 lies below the 21.51 % of 2023', () => {
    const [below, ...others] = concernsOf('rotation_rate')
    expect(others).toEqual([])
    expect(below).toMatchObject({ key: 'below/zhuanqiao-plan', kind: 'below' })
    expect(below!.year).toBe(2023)
    expect(below!.words).toMatch(/^《.+》的目标低于/)
    expect(below!.words).toContain('2024学年 ≥ 10 %，2023学年已是 21.51 %')
    expect(below!.numbers).toEqual([10, 21.51, 20, 21.51])
  })

  test('nothing else is asked about', () => {
    const asked = policies.indicators.filter(({ code }) => concernsOf(code).length > 0).map(({ code }) => code)
    expect(asked).toEqual(['rotation_rate', 'rotated_backbone_share', 'venue_sharing'])
  })

  test('an own target below what is there is asked about too', () => {
    const steps = [{ year: 2024, value: 20 }]
    const own = packOf(cluster, [{ indicator: 'backbone_share', direction: 'at-least', steps, basis: '', reason: '' }])
    expect(concernsOf('backbone_share', [own])).toMatchObject([{ key: 'below/own', numbers: [20, 30.5] }])
    const high = packOf(cluster, [{ indicator: 'backbone_share', direction: 'at-least', steps: [{ year: 2024, value: 31 }], basis: '', reason: '' }]) // prettier-ignore
    expect(concernsOf('backbone_share', [high])).toEqual([])
  })
})

test.each([
  [856, 124, true],
  [124, 1264, true],
  [23, 44, false],
  [10, 30, true],
  [10, 29, false],
  [1, 3, false],
  [0, 20, true],
  [0, 19, false],
  [40, 0, true],
  [100, 100, false],
])('%i → %i is a jump: %s', (from, to, jump) => {
  expect(isJump(from, to)).toBe(jump)
  expect(isJump(to, from)).toBe(jump)
})

describe('a jump', () => {
  const looked = (values: (number | null)[], unfinished?: number) =>
    concernsIn({
      indicator: { kind: 'count', unit: '次' },
      years: values.map((value, n) => ({ year: 2020 + n, value })),
      rules: [],
      ...(unfinished && { unfinished }),
    }).map(({ key }) => key)

  test('is between years that follow each other, not over a gap', () => {
    expect(looked([100, null, 400])).toEqual([])
    expect(looked([100, 400, 410, 20])).toEqual(['jump/2020', 'jump/2022'])
  })

  test('is not told of a year that is still running', () => {
    expect(looked([100, 20], 2021)).toEqual([])
    expect(looked([100, 20], 2022)).toEqual(['jump/2020'])
  })
})

test('rules that exclude each other are told once for as long as they do', () => {
  const target = (bounds: Partial<Target>): Target => ({ indicator: 'x', clause: '', words: '', from: 2023, ...bounds })
  const pack: PolicyPack = { id: 'p', name: '', source: '', targets: [] }
  const rules: Rule[] = [
    { pack, target: target({ atLeast: 30, until: 2025 }) },
    { pack, target: target({ atMost: 20, from: 2024 }) },
  ]
  expect(concernsIn({ indicator: { kind: 'share', unit: '%' }, years: [], rules })).toMatchObject([
    { key: 'exclude/30/20', words: '2024学年的规定互相排斥：一项要求 ≥ 30 %，另一项要求 ≤ 20 %' },
  ])
})

test.each([
  [[10, 21.51], [10, 21.51], true],
  [[10, 21.51], [10, 21.9], true],
  [[10, 21.51], [10, 22.5], false],
  [[856, 124], [860, 124], true],
  [[856, 124], [856, 130], false],
  [[5], [6], false],
  [[856, 124], [856, 124, 900], false],
])('words for %j still speak of %j: %s', (then, now, still) => expect(areStill(then, now)).toBe(still))
