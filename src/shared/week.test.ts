import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAfter } from './day.ts'
import { daysBetween, fallsInWeek, mondayOf, rhythmsMeet, termAt, weekdayOf, weekNumber } from './week.ts'

test('days know their weekday, their Monday and their term', () => {
  expect(weekdayOf('2026-11-26')).toBe(4)
  expect(mondayOf('2026-11-29')).toBe('2026-11-23')
  expect(termAt('2026-11-26')).toEqual({ schoolYear: 2026, term: '上学期' })
  expect(termAt('2027-01-10')).toEqual({ schoolYear: 2026, term: '上学期' })
  expect(termAt('2027-03-10')).toEqual({ schoolYear: 2026, term: '下学期' })
  expect(daysBetween('2026-11-29', '2026-12-01')).toEqual(['2026-11-29', '2026-11-30', '2026-12-01'])
})

test('weeks are counted from the Monday of the first, odd and even take turns', () => {
  expect(weekNumber('2026-09-01', '2026-09-01')).toBe(1)
  expect(weekNumber('2026-09-06', '2026-09-01')).toBe(1)
  expect(weekNumber('2026-09-07', '2026-09-01')).toBe(2)
  expect(fallsInWeek('双周', '2026-09-08', '2026-09-01')).toBe(true)
  expect(fallsInWeek('单周', '2026-09-08', '2026-09-01')).toBe(false)
})

test('every day falls in odd or in even weeks, never in both; the rhythms that meet are those that share a day', () => {
  const days = fc.integer({ min: 0, max: 400 }).map((n) => dayAfter('2026-09-01', n))
  const rhythm = fc.constantFrom('每周' as const, '单周' as const, '双周' as const)
  fc.assert(
    fc.property(days, (day) => {
      expect(fallsInWeek('单周', day, '2026-09-01')).not.toBe(fallsInWeek('双周', day, '2026-09-01'))
    }),
  )
  fc.assert(
    fc.property(rhythm, rhythm, (a, b) => {
      const both = daysBetween('2026-09-01', '2026-09-20').some(
        (day) => fallsInWeek(a, day, '2026-09-01') && fallsInWeek(b, day, '2026-09-01'),
      )
      expect(rhythmsMeet(a, b)).toBe(both)
    }),
  )
})
