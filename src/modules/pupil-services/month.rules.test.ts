import { expect, test } from 'vitest'
import { dueDay, monthAtHand, monthBefore, monthDue, monthInWords, monthsBegun, whyNotTell } from './month.rules.ts'

test('months are counted over the turn of the year', () => {
  expect([monthBefore('2026-01'), monthBefore('2025-12', -1), monthBefore('2026-03', 4)]).toEqual([
    '2025-12',
    '2026-01',
    '2025-11',
  ])
  expect([dueDay('2025-12'), monthInWords('2026-09')]).toEqual(['2026-01-10', '2026年9月'])
})

test('a year has the months that have begun, and asks for the last that is over', () => {
  expect(monthsBegun(2023, '2026-11-27')).toHaveLength(12)
  expect(monthsBegun(2026, '2026-11-27')).toEqual(['2026-09', '2026-10', '2026-11'])
  expect(monthsBegun(2027, '2026-11-27')).toEqual([])
  expect(monthAtHand(monthsBegun(2026, '2026-11-27'), '2026-11-27')).toBe('2026-10')
  expect(monthAtHand(monthsBegun(2026, '2026-09-03'), '2026-09-03')).toBe('2026-09')
  expect(monthAtHand(monthsBegun(2023, '2026-09-03'), '2026-09-03')).toBe('2024-08')
})

test('nobody is asked for July and August', () => {
  expect([monthDue('2026-08-05'), monthDue('2026-09-05'), monthDue('2026-10-05')]).toEqual([
    undefined,
    undefined,
    '2026-09',
  ])
})

test('only listed items can be told of, and no month that is ahead', () => {
  const items = [{ code: 'law' }]
  const told = { month: '2026-10', counts: [{ item: 'law', times: 1, people: 30 }] }
  expect(whyNotTell(told, items, '2026-11-27')).toBeUndefined()
  expect(whyNotTell({ ...told, month: '2026-12' }, items, '2026-11-27')?.code).toBe('pupil-services.monthAhead')
  expect(whyNotTell(told, [], '2026-11-27')?.code).toBe('pupil-services.noItems')
  const written = { ...told, counts: [{ item: '某某同学', times: 1, people: 1 }] }
  expect(whyNotTell(written, items, '2026-11-27')?.code).toBe('pupil-services.unknownItem')
})
