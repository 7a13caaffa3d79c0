import { describe, expect, test } from 'vitest'
import { mayDecide, mayWithdraw, reasonsOf, serviceYears, whyNotGrant, type Rotated } from './quota.rules.ts'

const rotated = (startOn: string, endOn: string | null, status = '已结束'): Rotated => ({
  schoolYear: Number(startOn.slice(0, 4)) - (Number(startOn.slice(5, 7)) < 9 ? 1 : 0),
  ...{ startOn, endOn, status },
})

describe('the years of service', () => {
  test.each([
    ['one year', [rotated('2022-09-01', '2023-06-30')], [2022]],
    ['two that run on', [rotated('2021-09-01', '2023-06-30')], [2021, 2022]],
    ['a year is counted once', [rotated('2022-09-01', '2023-01-31'), rotated('2023-02-01', '2023-06-30')], [2022]],
    ['up to today', [rotated('2022-09-01', '2026-06-30', '已生效')], [2022, 2023]],
    ['without an end, the year in which it began', [rotated('2022-09-01', null, '已生效')], [2022]],
    [
      'not what was only planned or taken back',
      [rotated('2022-09-01', null, '拟定'), rotated('2021-09-01', null, '已撤销')],
      [],
    ],
    ['not what has not begun', [rotated('2024-09-01', null, '已生效')], []],
  ])('%s', (_, rotations, expected) => {
    expect(serviceYears(rotations, '2024-03-01')).toEqual(expected)
  })
})

test('what speaks for a candidate is put in words', () => {
  expect(reasonsOf({ years: [2021, 2022], mentored: 3, level: '区骨干' })).toBe(
    '学区内交流轮岗 2 个学年（2021学年、2022学年）；跨校带教 3 人次；区骨干',
  )
  expect(reasonsOf({ years: [], mentored: 0, level: null })).toBe('')
})

test('a quota is not taken below what was given out', () => {
  expect(whyNotGrant(2, { granted: 0, allotted: 0 })).toBeUndefined()
  expect(whyNotGrant(-1, { granted: 3, allotted: 2 })).toBeUndefined()
  expect(whyNotGrant(-2, { granted: 3, allotted: 2 })?.message).toContain('最多减少 1 个')
  expect(whyNotGrant(-1, { granted: 0, allotted: 0 })?.message).toContain('没有可以减少')
  expect(whyNotGrant(0, { granted: 3, allotted: 2 })?.path).toBe('n')
})

test('what may be decided follows from where an application stands', () => {
  const at = (status: '已申报' | '已给名额' | '未给名额' | '已撤回', result: string | null = null) =>
    (['allot', 'decline', 'takeBack'] as const).filter((kind) => mayDecide(kind, { status, result }))
  expect(at('已申报')).toEqual(['allot', 'decline'])
  expect(at('未给名额')).toEqual(['allot'])
  expect(at('已给名额')).toEqual(['takeBack'])
  expect(at('已给名额', '已通过')).toEqual([])
  expect(at('已撤回')).toEqual([])
  expect([mayWithdraw('已申报'), mayWithdraw('已给名额')]).toEqual([true, false])
})
