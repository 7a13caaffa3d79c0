import { expect, test } from 'vitest'
import { firstWeekday, monthEnd, monthOrder, planState } from './plan.rules.ts'

test('a school year runs from September to August', () => {
  expect([1, 9, 8, 12].sort((a, b) => monthOrder(a) - monthOrder(b))).toEqual([9, 12, 1, 8])
  expect([9, 12, 1, 2, 8].map((month) => monthEnd(2023, month))).toEqual([
    '2023-09-30',
    '2023-12-31',
    '2024-01-31',
    '2024-02-29',
    '2024-08-31',
  ])
})

test('an activity is first put on a working day of its month', () => {
  expect([9, 10, 6].map((month) => firstWeekday(2023, month))).toEqual(['2023-09-01', '2023-10-02', '2024-06-03'])
})

test('a line of the plan waits, stands, is arranged, done, or was not done in its month', () => {
  const line = { month: 10, schoolYear: 2026, confirmedOn: '2026-09-10', eventStatus: null }
  expect(planState({ ...line, confirmedOn: null }, '2026-12-01')).toBe('待确认')
  expect(planState(line, '2026-10-31')).toBe('已确认')
  expect(planState(line, '2026-11-01')).toBe('未开展')
  expect(planState({ ...line, eventStatus: '待开展' }, '2026-11-01')).toBe('已安排')
  expect(planState({ ...line, eventStatus: '已开展' }, '2026-11-01')).toBe('已开展')
})
