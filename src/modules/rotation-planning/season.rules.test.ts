import { expect, test } from 'vitest'
import { dayIssues, reminderAt, stateOf, whyNotNeeds, whyNotWish } from './season.rules.ts'

const days = { wishesDue: '2024-05-20', needsDue: '2024-05-31', closedAt: null }

test.each([
  ['2024-05-20', null, 'collecting'],
  ['2024-05-31', null, 'collecting'],
  ['2024-06-01', null, 'closed'],
  ['2024-05-01', new Date(), 'closed'],
])('on %s with closing %s a season is %s', (today, closedAt, state) => {
  expect(stateOf({ ...days, closedAt }, today)).toBe(state)
})

test('wishes may be changed on the last day, and later only by the office until it closes', () => {
  expect(whyNotWish(days, '2024-05-20', false)).toBeUndefined()
  expect(whyNotWish(days, '2024-05-21', false)?.message).toBe(
    '填写意愿已于2024年5月20日截止，确需修改的，请联系学区办。',
  )
  expect(whyNotWish(days, '2024-05-21', true)).toBeUndefined()
  expect(whyNotWish({ ...days, closedAt: new Date() }, '2024-05-01', true)?.code).toBe('rotationPlanning.seasonClosed')
})

test('needs go by their own day', () => {
  expect(whyNotNeeds(days, '2024-05-31', false)).toBeUndefined()
  expect(whyNotNeeds(days, '2024-06-01', false)?.code).toBe('rotationPlanning.needsOver')
  expect(whyNotNeeds(days, '2024-06-01', true)).toBeUndefined()
})

test('a day that is over is refused under its own field', () => {
  expect(dayIssues(days, '2024-05-21').map(({ path }) => path)).toEqual(['wishesDue'])
  expect(dayIssues(days, '2024-05-20')).toEqual([])
})

test('the reminder goes out three days before, at nine in the morning of the office', () => {
  expect(reminderAt('2024-05-20', new Date('2024-05-01T00:00:00Z'))?.toISOString()).toBe('2024-05-17T01:00:00.000Z')
  expect(reminderAt('2024-05-20', new Date('2024-05-18T00:00:00Z'))).toBeUndefined()
})
