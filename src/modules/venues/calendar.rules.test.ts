import { expect, test } from 'vitest'
import { daysOfMonth, meetsTerm, monthAfter, whyNotTerm } from './calendar.rules.ts'

test.each([
  ['2026-11', 1, '2026-12'],
  ['2026-11', 2, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-03', -6, '2025-09'],
])('%s and %i months are %s', (month, n, then) => expect(monthAfter(month, n)).toBe(then))

test.each([
  ['2028-02', 29],
  ['2026-12', 31],
])('%s has %i days', (month, n) => {
  const days = daysOfMonth(month)
  expect([days.length, days[0], days.at(-1)]).toEqual([n, `${month}-01`, `${month}-${n}`])
})

const first = { schoolYear: 2026, term: '上学期', from: '2026-09-01', until: '2027-01-22' } as const
const second = { schoolYear: 2026, term: '下学期', from: '2027-02-22', until: '2027-06-30' } as const

test('a term lies in its school year', () => {
  expect(whyNotTerm(first)).toBeUndefined()
  expect(whyNotTerm({ ...first, until: '2026-08-31' })?.path).toBe('until')
  expect(whyNotTerm({ ...first, from: '2026-08-31' })?.message).toContain('2026年9月1日到2027年8月31日')
  expect(whyNotTerm({ ...second, until: '2027-09-01' })?.path).toBe('until')
})

test('the first term ends before the second begins', () => {
  expect(meetsTerm(first, [first, second])).toBeUndefined()
  expect(meetsTerm({ ...first, until: '2027-02-22' }, [first, second])).toBe(second)
  expect(meetsTerm({ ...second, from: '2027-01-22' }, [first, second])).toBe(first)
  expect(meetsTerm({ ...second, schoolYear: 2025 }, [first])).toBeUndefined()
})
