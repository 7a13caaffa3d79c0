import { describe, expect, test } from 'vitest'
import { projectRoot } from '#platform/config.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { readPolicies } from '#platform/policies/read.ts'
import { verdictsOf, type Judged, type Known } from './verdict.rules.ts'

const { rules } = policiesOf(readPolicies(projectRoot()), 310112).rotation

const rotation: Judged = {
  status: '已生效',
  form: '定期交流',
  fromSchool: '春申中学',
  toSchool: '春申小学',
  startOn: '2023-09-01',
  endOn: '2026-08-31',
}
const known: Known = {
  today: '2024-10-01',
  clusterName: '颛桥镇学区',
  isInside: true,
  fromStanding: '优质校',
  toStanding: '薄弱校',
}
const told = (change: Partial<Judged>, facts: Partial<Known> = {}) =>
  Object.fromEntries(
    verdictsOf({ ...rotation, ...change }, { ...known, ...facts }, rules).map(({ ruleId, verdict, why }) => [
      ruleId,
      `${verdict} ${why}`,
    ]),
  )

describe('under each rule in force when it began', () => {
  test('a rotation of three years counts, counts not and counts not yet, each with the reason', () => {
    expect(told({})).toEqual({
      'close-knit-inside': '算 符合条文。',
      'close-knit-promotion': '算 已满 1 年。',
      'demonstration-2023-flow': '还不算 已满 1 年，服务到2026年6月30日满 3 年。',
      'demonstration-2023-promotion': '还不算 已满 1 年，服务到2025年6月30日满 2 年。',
      'zhuanqiao-forms': '不算 交流方式是“定期交流”，条文列的是互补代课、跨校兼课、学区带教、组团流动。',
    })
  })

  test('what nobody has said about a school is no data and never guessed', () => {
    expect(told({}, { fromStanding: null, toStanding: null })['demonstration-2023-flow']).toBe(
      '无数据 没有登记春申中学、春申小学2023学年是优质校还是薄弱校。',
    )
    expect(told({}, { fromStanding: null, toStanding: '优质校' })['demonstration-2023-flow']).toBe(
      '不算 流入学校春申小学2023学年是优质校，条文要求薄弱校。',
    )
  })

  test('a term that is too short will never count', () => {
    expect(told({ endOn: '2024-06-30' })['demonstration-2023-flow']).toBe('不算 期限 1 年，不满 3 年。')
  })

  test('what was withdrawn, what is not in force yet, and what leaves the cluster', () => {
    expect(told({ status: '已撤销' })['close-knit-inside']).toBe('不算 已撤销。')
    expect(told({ status: '已批准' })['close-knit-inside']).toBe('还不算 尚未生效（已批准）。')
    expect(told({}, { isInside: false })['close-knit-inside']).toContain('不都是颛桥镇学区的成员校')
  })

  test('the rules of other years and other clusters are left out', () => {
    expect(Object.keys(told({ startOn: '2022-09-01' }, { clusterName: '横沔学区' }))).toEqual([
      'close-knit-inside',
      'close-knit-promotion',
    ])
    expect(told({ form: '组团流动' })['zhuanqiao-forms']).toBe('算 符合条文。')
  })
})
