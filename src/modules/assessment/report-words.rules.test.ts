import { describe, expect, test } from 'vitest'
import {
  chartOf,
  enumerated,
  lineInWords,
  partsInWords,
  pointInWords,
  titled,
  type Line,
  courseInWords,
  gapInWords,
  targetInReport,
} from './report-words.rules.ts'

const share = (...values: (number | null)[]): Line => ({ name: '骨干教师占比', unit: '%', values })
const count = (...values: (number | null)[]): Line => ({ name: '共建课程', unit: '门', values })

describe('a row of values in words', () => {
  test.each([
    [share(28.15, 30.5), '骨干教师占比30.50%，比上年提高2.35个百分点'],
    [share(30.5, 28.15), '骨干教师占比28.15%，比上年下降2.35个百分点'],
    [share(30.5, 30.5), '骨干教师占比30.50%，与上年持平'],
    [count(15, 24), '共建课程24门，比上年增加9门'],
    [count(1024, 15), '共建课程15门，比上年减少1,009门'],
    [count(null, 24), '共建课程24门'],
    [count(24), '共建课程24门'],
    [count(15, null), '共建课程没有数据'],
    [count(), '共建课程没有数据'],
  ])('%j', (line, words) => expect(lineInWords(line)).toBe(words))

  test('tells parts with the year before, where that was another', () => {
    const parts: Line[] = [
      { name: '市骨干', unit: '人', values: [5, 5] },
      { name: '区骨干', unit: '人', values: [64, 72] },
      { name: '校骨干', unit: '人', values: [172, null] },
    ]
    expect(partsInWords('骨干教师', parts)).toBe('骨干教师中，市骨干5人、区骨干72人（上年64人）、校骨干没有数据')
  })
})

describe('the point of a chart', () => {
  test.each([
    [share(29.29, 28.15, 30.5), '骨干教师占比三年提高1.21个百分点'],
    [share(30.5, 29.29), '骨干教师占比两年下降1.21个百分点'],
    [count(18, 15, 24), '共建课程三年增加6门'],
    [count(18, null, 18), '共建课程三年持平'],
    [count(null, 15, 24), '共建课程两年增加9门'],
    [count(null, null, 24), '共建课程'],
  ])('%j', (line, words) => expect(pointInWords(line)).toBe(words))

  test('is that of the row that moved most; a row of one value is not drawn', () => {
    const chart = chartOf(
      [count(18, 24), { ...count(39, 52), name: '特色课程' }, count(null, 1)],
      [2022, 2023],
      '课程：',
    )
    expect(chart).toMatchObject({
      title: '课程：特色课程两年增加13门',
      shape: 'bar',
      categories: ['2022学年', '2023学年'],
    })
    expect(chart?.series).toHaveLength(2)
    expect(chartOf([count(24)], [2023])).toBeUndefined()
  })
})

test('shortfalls are counted as official documents count them', () => {
  expect(enumerated(['甲', '乙'])).toBe('一是甲；二是乙')
  expect(enumerated(['甲'])).toBe('甲')
  expect(enumerated(Array.from({ length: 11 }, () => '甲'))).toMatch(/十是甲；11是甲$/)
})

test('running text has no arrows, no bare thousands, and nothing above all', () => {
  expect(courseInWords('变动很大：合计 1,030 → 231 → 1,508 次；其他 0 → 40 次')).toBe(
    '变动很大：合计由1,030次降至231次，又增至1,508次；其他由0次增至40次',
  )
  expect(gapInWords('还差 1092 人')).toBe('还差1,092人')
  expect(targetInReport('≥ 100', '%')).toBe('100%')
  expect(targetInReport('≥ 20', '%')).toBe('≥20%')
})

test('only a document stands in brackets', () => {
  expect(titled({ pack: 'city', packName: '实施意见' })).toBe('《实施意见》')
  expect(titled({ pack: 'own', packName: '本学区自定' })).toBe('本学区自定的目标')
})
