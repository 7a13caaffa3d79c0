import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { percentage } from '#shared/numbers.ts'
import type { Indicator, PolicyPack, Target } from '#shared/policy.ts'
import { judge, targetInWords, verdictsOf, type JudgedUnit } from './target.rules.ts'

const plain = { name: '', unit: '%', dimension: '', formula: '' }
const rate: Indicator = { ...plain, code: 'rate', kind: 'share', numerator: 'a.a', denominator: 'b.b' }
const number: Indicator = { ...plain, code: 'number', kind: 'count', numerator: 'a.a' }
const target = (bounds: Partial<Target>): Target => ({
  indicator: 'rate',
  clause: '二',
  words: '',
  from: 2019,
  ...bounds,
})
const share = (numerator: number, denominator: number) => ({
  indicator: rate,
  unit: '人',
  amounts: { value: percentage(numerator, denominator), numerator, denominator },
})
const count = (value: number) => ({
  indicator: number,
  unit: '门',
  amounts: { value, numerator: value, denominator: null },
})

describe('a target', () => {
  test.each([
    [{ atLeast: 5 }, '≥ 5'],
    [{ atMost: 0.5 }, '≤ 0.5'],
    [{ atLeast: 3, upTo: 5 }, '3–5'],
    [{ atLeast: 10, atMost: 20 }, '10–20'],
  ])('%o is written %s', (bounds, words) => expect(targetInWords(target(bounds))).toBe(words))

  test.each([
    [{ atLeast: 20 }, share(100, 465), 'met', ''],
    [{ atLeast: 22 }, share(100, 465), 'missed', '还差 3 人'],
    [{ atLeast: 10 }, share(9996, 100_000), 'missed', '还差 4 人'],
    [{ atLeast: 10 }, share(10, 100), 'met', ''],
    [{ atLeast: 52.7 }, share(527, 1000), 'met', ''],
    [{ atMost: 50 }, share(6, 10), 'missed', '超出 1 人'],
    [{ atLeast: 100 }, share(19, 20), 'missed', '还差 1 人'],
    [{ atLeast: 5 }, share(0, 0), 'no-data', ''],
    [{ atLeast: 50 }, count(44), 'missed', '还差 6 门'],
    [{ atLeast: 3, upTo: 5 }, count(7), 'met', ''],
    [{ atLeast: 3, atMost: 5 }, count(7), 'missed', '超出 2 门'],
  ])('%o against %o is %s', (bounds, judged, status, gap) =>
    expect(judge(target(bounds), judged)).toEqual({ status, gap }),
  )

  test('is met exactly when its gap is closed', () => {
    const whole = fc.integer({ min: 1, max: 100_000 })
    fc.assert(
      fc.property(whole, fc.nat(100_000), fc.integer({ min: 0, max: 10_000 }), (denominator, numerator, hundredths) => {
        const bound = target({ atLeast: hundredths / 100 })
        const { status, gap } = judge(bound, share(numerator, denominator))
        expect(status === 'met').toBe(numerator * 10_000 >= hundredths * denominator)
        const lacking = Number(/\d+/.exec(gap)?.[0] ?? 0)
        expect(judge(bound, share(numerator + lacking, denominator)).status).toBe('met')
        if (lacking > 0) expect(judge(bound, share(numerator + lacking - 1, denominator)).status).toBe('missed')
      }),
    )
  })
})

describe('which rules apply', () => {
  const packs: PolicyPack[] = [
    {
      id: 'city',
      name: '',
      source: '',
      targets: [
        target({ atLeast: 10, scope: 'same-stage' }),
        target({ atLeast: 5, scope: 'cross-stage' }),
        target({ atLeast: 20, from: 2023, until: 2025 }),
        target({ indicator: 'other', atLeast: 1 }),
      ],
    },
    {
      id: 'plan',
      name: '',
      source: '',
      cluster: '甲学区',
      targets: [target({ atLeast: 15, from: 2024, until: 2024 })],
    },
  ]
  const cluster: JudgedUnit = { kind: 'cluster', name: '甲学区', stageScope: 'cross-stage' }
  const found = (unit: Partial<JudgedUnit>, year: number) => {
    const { rules, ahead } = verdictsOf(share(12, 100), { ...cluster, ...unit }, year, packs)
    return [rules, ahead].map((list) => list.map((rule) => `${rule.pack} ${rule.target} ${rule.status}`))
  }

  test('goes by the scope and by the year', () => {
    expect(found({}, 2022)).toEqual([['city ≥ 5 met'], ['city ≥ 20 missed', 'plan ≥ 15 missed']])
    expect(found({ stageScope: 'same-stage' }, 2023)[0]).toEqual(['city ≥ 10 met', 'city ≥ 20 missed'])
    expect(found({}, 2026)).toEqual([['city ≥ 5 met'], []])
  })

  test('goes by the cluster that a plan binds', () => {
    expect(found({}, 2024)[0]).toContain('plan ≥ 15 missed')
    expect(found({ name: '乙学区' }, 2024)[0]).not.toContain('plan ≥ 15 missed')
  })

  test('is no scoped rule where the scope is not known', () =>
    expect(found({ stageScope: null }, 2023)[0]).toEqual(['city ≥ 20 missed']))

  test.each(['school', 'district', 'city'])('is none for a %s', (kind) =>
    expect(found({ kind }, 2023)).toEqual([[], []]),
  )
})
