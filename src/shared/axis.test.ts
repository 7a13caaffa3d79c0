import { expect, test } from 'vitest'
import { axisOf, hasRoomBelow } from './axis.ts'

test.each([
  [[10, 25], { min: 0, max: 31.25, hasZero: true }],
  [[0, 0], { min: 0, max: 1, hasZero: true }],
  [[null, 0, 8], { min: 0, max: 10, hasZero: true }],
  [[90, null, 100], { min: 86.5, max: 103.5, hasZero: false }],
  [[40, 40], { min: 26, max: 54, hasZero: false }],
  [[-10, 10], { min: -17, max: 17, hasZero: true }],
  [[-10, -9], { min: -10.35, max: -8.65, hasZero: false }],
])('the axis of %j is %j', (values, axis) => expect(axisOf(values)).toEqual(axis))

test('of nothing there is no axis', () => expect(axisOf([null])).toBeUndefined())

test('a value near the foot of its axis has its figures above it', () => {
  const axis = axisOf([2, 20])!
  expect([2, 10].map((value) => hasRoomBelow(value, axis))).toEqual([false, true])
})
