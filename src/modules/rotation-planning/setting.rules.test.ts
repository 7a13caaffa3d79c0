import { expect, test } from 'vitest'
import type { PolicyPack } from '#shared/policy.ts'
import { defaultRules, sourcesOf, standingOf } from './setting.rules.ts'

const target = (indicator: string, more: object = {}) => ({
  indicator,
  clause: '四',
  words: '条文',
  from: 2019,
  ...more,
})
const packs: PolicyPack[] = [
  {
    id: 'a',
    name: '意见',
    source: '',
    targets: [
      target('rotation_rate', { scope: 'same-stage', atLeast: 10, upTo: 20 }),
      target('rotation_rate', { scope: 'cross-stage', atLeast: 5 }),
      target('rotated_backbone_share', { atLeast: 20 }),
    ],
  },
  {
    id: 'b',
    name: '计划',
    source: '',
    cluster: '春申学区',
    targets: [target('rotation_rate', { from: 2025, until: 2025, atLeast: 20 }), target('team_inflow', { atLeast: 3 })],
  },
]

test('the strictest document in force gives the rate, with the upper end that it names', () => {
  const rules = (year: number, scope: 'same-stage' | 'cross-stage', cluster = '春申学区') =>
    defaultRules(sourcesOf(packs, { year, scope, cluster }))
  expect(rules(2024, 'same-stage')).toMatchObject({ leastPercent: 10, mostPercent: 20, backbonePercent: 20, teams: 1 })
  expect(rules(2024, 'cross-stage')).toMatchObject({ leastPercent: 5, mostPercent: 10 })
  expect(rules(2025, 'cross-stage')).toMatchObject({ leastPercent: 20, mostPercent: 25 })
  expect(rules(2025, 'cross-stage', '别的学区')).toMatchObject({ leastPercent: 5, teams: 0 })
})

test('without a document there are numbers still', () => {
  expect(defaultRules([])).toMatchObject({ leastPercent: 10, mostPercent: 20, backbonePercent: 20 })
})

test('how strong a school is, the office says, else its appraisal, else it stands in the middle', () => {
  expect(standingOf(72, '优秀')).toEqual({ standing: 72, origin: 'office', grade: '优秀' })
  expect(standingOf(undefined, '优秀')).toEqual({ standing: 85, origin: 'appraisal', grade: '优秀' })
  expect(standingOf(undefined, null)).toEqual({ standing: 60, origin: 'none', grade: null })
})
