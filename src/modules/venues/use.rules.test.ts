import { expect, test } from 'vitest'
import { bookedTooWords, bookedTwice } from './use.rules.ts'

const use = { usedOn: '2026-09-03', schoolId: 1, userSchoolId: 2, venueName: '体育馆' }

test('a row tells again of a booked use where day, venue and using school are the same', () => {
  const isTwice = bookedTwice([use])
  expect(isTwice({ ...use, usedOn: '2026-09-04' })).toBe(false)
  expect(isTwice({ ...use, userSchoolId: 3 })).toBe(false)
  expect(isTwice({ ...use, venueName: '操场' })).toBe(false)
  expect(isTwice({ ...use, venueName: ' 体育 馆　' })).toBe(true)
})

test('of both lists the longer one counts', () => {
  const isTwice = bookedTwice([use, use])
  expect([isTwice(use), isTwice(use), isTwice(use)]).toEqual([true, true, false])
  expect(bookedTwice([])(use)).toBe(false)
})

test('it is said by the row and the day', () => {
  expect(bookedTooWords(12, '2026-09-03')).toBe('第 12 行与 9月3日的预约是同一次，只算一次。')
})
