import { expect, test } from 'vitest'
import { exceptionsOf, firstOtherwise, leftOutIn, saying } from './adopt-otherwise.ts'

const move = (teacherId: string, taken: { school: string; until: string } | null = null) => ({
  ...{ teacherId, name: teacherId, fromSchool: '甲', toSchool: '乙', form: '定期交流', groupNo: null, taken },
})

test('who is elsewhere already is left out, and let in again by a word', () => {
  const first = firstOtherwise([move('a'), move('b', { school: '丙', until: '2024-08-31' })])
  expect(exceptionsOf(first)).toEqual([{ teacherId: 'b', leftOut: true }])
  expect(leftOutIn(first)).toBe(1)
  expect(exceptionsOf(saying(first, 'b', { leftOut: false }))).toEqual([])
})

test('what is said of one is kept until it is as for everyone again', () => {
  const said = saying(saying(new Map(), 'a', { form: '走教' }), 'a', { ftePercent: 40 })
  expect(exceptionsOf(said)).toEqual([{ teacherId: 'a', leftOut: false, form: '走教', ftePercent: 40 }])
  expect(exceptionsOf(saying(saying(said, 'a', { form: undefined }), 'a', { ftePercent: undefined }))).toEqual([])
})
