import { expect, test } from 'vitest'
import { aidStateOf, isGood, isUrgent } from './aid.rules.ts'

test.each([
  ['2027-03-01', null, '有效'],
  ['2027-01-26', null, '快到期'],
  ['2027-01-27', null, '有效'],
  ['2026-11-27', null, '快到期'],
  ['2026-11-26', null, '已到期'],
  ['2027-03-01', '2026-11-27', '已撤下'],
] as const)('until %s, taken away %s: %s', (untilDay, endedOn, state) => {
  expect(aidStateOf({ untilDay, endedOn }, '2026-11-27')).toBe(state)
})

test('what expires soon still helps; what has expired does not, and both are urgent', () => {
  expect((['有效', '快到期', '已到期', '已撤下'] as const).map((state) => [isGood(state), isUrgent(state)])).toEqual([
    [true, false],
    [true, true],
    [false, true],
    [false, false],
  ])
})
