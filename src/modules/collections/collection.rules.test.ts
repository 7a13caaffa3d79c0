import { expect, test } from 'vitest'
import { fileNameOf, orderWith, stateOf, whyNotEnter, whyNotFinish } from './collection.rules.ts'

const days = { from: '2023-11-01', until: '2023-11-30', finishedOn: null }

test('a volume is called, edited and finished, in this order', () => {
  const states = ['2023-10-31', '2023-11-01', '2023-11-30', '2023-12-01'].map((day) => stateOf(days, day))
  expect(states).toEqual(['未开始', '征稿中', '征稿中', '编辑中'])
  expect(stateOf({ ...days, finishedOn: '2023-12-10' }, '2023-12-10')).toBe('已成册')
})

test('what is handed in comes in time', () => {
  expect(whyNotEnter(days, '2023-11-30')).toBeUndefined()
  expect(whyNotEnter(days, '2023-12-01')).toMatchObject({ code: 'collections.notOpen', facts: { until: '2023年11月30日' } }) // prettier-ignore
  expect(whyNotEnter({ ...days, finishedOn: '2023-12-10' }, '2023-12-11')).toMatchObject({ code: 'collections.finished' }) // prettier-ignore
})

test('a volume with nothing in it is not finished, nor one for which more may come', () => {
  expect(whyNotFinish(days, '2023-11-30', 3)).toMatchObject({ code: 'collections.notClosed' })
  expect(whyNotFinish(days, '2023-12-01', 0)).toMatchObject({ code: 'collections.nothingChosen' })
  expect(whyNotFinish(days, '2023-12-01', 1)).toBeUndefined()
  expect(whyNotFinish({ ...days, finishedOn: '2023-12-10' }, '2023-12-11', 1)).toMatchObject({ code: 'collections.finished' }) // prettier-ignore
})

test('a paper takes its place in the volume, and the others close up', () => {
  expect(orderWith(['a', 'b'], 'c', 3)).toEqual(['a', 'b', 'c'])
  expect(orderWith(['a', 'b'], 'c', 99)).toEqual(['a', 'b', 'c'])
  expect(orderWith(['a', 'b', 'c'], 'c', 1)).toEqual(['c', 'a', 'b'])
  expect(orderWith(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'a', 'c'])
  expect(orderWith(['a', 'b', 'c'], 'b', null)).toEqual(['a', 'c'])
  expect(orderWith(['a'], 'b', null)).toEqual(['a'])
})

test('files stand in the order of the volume under names that every system can keep', () => {
  expect(fileNameOf({ place: 7, title: '“双减”下的作业：设计/评价?', name: '赵甲一.DOCX' })).toBe('007-“双减”下的作业：设计评价.docx') // prettier-ignore
  expect(fileNameOf({ place: 12, title: '案例', name: '稿件' })).toBe('012-案例')
})
