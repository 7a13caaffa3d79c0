import { expect, test } from 'vitest'
import { clusterKindOf, clusterScope, stageScope } from './cluster.rules.ts'

test.each([
  ['颛桥镇学区', 'cluster'],
  ['莘庄镇学区', 'cluster'],
  ['华东师大二附中集团', 'group'],
  ['七宝教育集团（示例）', 'group'],
])('%s is a %s', (name, kind) => expect(clusterKindOf(name)).toBe(kind))

test.each([
  [['小学', '小学'], 'same-stage'],
  [['托育', '幼儿园'], 'same-stage'],
  [['小学', '九年一贯制学校'], 'same-stage'],
  [['初级中学', '九年一贯制学校', '完全中学'], 'same-stage'],
  [['小学', '九年一贯制学校', '完全中学'], 'cross-stage'],
  [['幼儿园', '小学'], 'cross-stage'],
  [['高级中学', '中等职业学校'], 'cross-stage'],
  [['小学', null], 'same-stage'],
  [[null], null],
  [[], null],
] as const)('members %j make it %s', (kinds, scope) => expect(stageScope(kinds)).toBe(scope))

test('a person starts from the places of their roles', () => {
  const grant = (unitKind: string, unitId: number) => ({ role: 'expert' as const, unitId, unitKind, unitName: '' })
  expect(clusterScope({ grants: [grant('school', 7), grant('cluster', 8)] })).toEqual({
    cityIds: [],
    districtIds: [],
    unitIds: [7, 8],
  })
  expect(clusterScope({ grants: [grant('district', 310112)] })).toMatchObject({ cityIds: [], districtIds: [310112] })
  expect(clusterScope({ grants: [grant('city', 310000)] })).toMatchObject({ cityIds: [310000], districtIds: [] })
})
