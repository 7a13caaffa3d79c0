import { expect, test } from 'vitest'
import { standingAt } from './now.rules.ts'

const free = [
  { from: 8 * 60, until: 11 * 60 },
  { from: 16 * 60, until: 20 * 60 },
]
const at = (hour: number, minute = 0) => hour * 60 + minute

test('an open venue that nobody has is free until somebody comes or it closes', () => {
  expect(standingAt(free, [], at(17))).toEqual({ state: '空着', words: '空到 20:00' })
  const later = [{ from: at(18), until: at(19) }]
  expect(standingAt(free, later, at(17))).toEqual({ state: '空着', words: '空到 18:00' })
})

test('a venue that somebody has says when it is free again', () => {
  const held = [{ from: at(16), until: at(17, 30) }]
  expect(standingAt(free, held, at(17))).toEqual({ state: '有人用', words: '17:30 后空出' })
})

test('bookings that follow each other are one, and a last one says how long it lasts', () => {
  const held = [
    { from: at(18), until: at(20) },
    { from: at(16), until: at(18) },
  ]
  expect(standingAt(free, held, at(17))).toEqual({ state: '有人用', words: '用到 20:00' })
})

test('a closed venue says when it opens today, or that it does not', () => {
  expect(standingAt(free, [], at(12))).toEqual({ state: '不开放', words: '今天 16:00 起开放' })
  expect(standingAt(free, [], at(20))).toEqual({ state: '不开放', words: '今天不再开放' })
})
