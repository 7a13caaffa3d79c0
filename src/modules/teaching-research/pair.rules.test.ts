import { expect, test } from 'vitest'
import { pairState, whyNotSign } from './pair.rules.ts'

const pair = { mentorSignedOn: null, menteeSignedOn: null, endedOn: null, reports: 0 }

test('a pair goes on, waits for the schools, is signed by both or ends', () => {
  expect(pairState(pair)).toBe('进行中')
  expect(pairState({ ...pair, reports: 1 })).toBe('等待签认')
  expect(pairState({ ...pair, reports: 1, mentorSignedOn: '2024-06-01' })).toBe('等待签认')
  expect(pairState({ ...pair, endedOn: '2024-01-01' })).toBe('已结束')
  const signed = { ...pair, reports: 1, mentorSignedOn: '2024-06-01', menteeSignedOn: '2024-06-02' }
  expect(pairState({ ...signed, endedOn: '2024-06-30' })).toBe('已签认')
})

test('schools sign once there is a report, and only until both have', () => {
  expect(whyNotSign(pair)?.code).toBe('teaching-research.noReport')
  expect(whyNotSign({ ...pair, reports: 1 })).toBeUndefined()
  const signed = { ...pair, reports: 1, mentorSignedOn: '2024-06-01', menteeSignedOn: '2024-06-02' }
  expect(whyNotSign(signed)?.code).toBe('teaching-research.signedBefore')
})
