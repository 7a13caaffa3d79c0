import { expect, test } from 'vitest'
import { stateOf, yearsInAll } from './certificate.rules.ts'

test('a school year in which two rotations ran is one', () => {
  const two = { startOn: '2022-09-01', endOn: '2024-08-31' }
  const beside = { startOn: '2023-09-01', endOn: '2024-06-30' }
  expect(yearsInAll([two, beside], '2025-01-01')).toBe(2)
  expect(yearsInAll([two, beside], '2023-08-01')).toBe(1)
  expect(yearsInAll([], '2025-01-01')).toBe(0)
})

test('what was withdrawn is withdrawn, be it superseded or not', () => {
  expect(stateOf({ withdrawnOn: null, supersededOn: null })).toEqual({ state: '有效', changedOn: null })
  expect(stateOf({ withdrawnOn: '2024-01-02', supersededOn: '2024-01-01' }).state).toBe('已作废')
  expect(stateOf({ withdrawnOn: null, supersededOn: '2024-01-01' }).state).toBe('已替代')
})
