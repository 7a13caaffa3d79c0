import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAfter } from '#shared/day.ts'
import { appraisalsOf, lastDayOf, nextAppraisal, runningYears, servedOn, yearsOf, yearsServed } from './term.rules.ts'

const term = (startOn: string, endOn: string | null) => ({ startOn, endOn })

describe('years served', () => {
  test.each([
    ['2023-09-01', '2024-06-30', 1],
    ['2023-09-01', '2024-08-31', 1],
    ['2023-09-01', '2024-06-29', 0],
    ['2023-09-01', '2025-06-30', 2],
    ['2023-09-01', '2026-08-31', 3],
    ['2024-02-20', '2024-06-30', 0],
    ['2023-09-01', null, 1],
  ] as const)('from %s to %s: %i', (from, to, years) => {
    expect(yearsOf(term(from, to))).toBe(years)
  })

  test('count until today while it runs', () => {
    expect(yearsServed(term('2023-09-01', '2026-08-31'), '2025-01-10')).toBe(1)
    expect(yearsServed(term('2023-09-01', '2026-08-31'), '2023-08-01')).toBe(0)
  })

  test('are reached on the day that is told, and not the day before', () => {
    const start = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-28'), noInvalidDate: true })
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 3 }), (date, years) => {
        const from = `${date.toISOString().slice(0, 8)}${String(Math.min(28, date.getUTCDate())).padStart(2, '0')}`
        const day = servedOn(term(from, null), years)
        const long = term(from, '2099-08-31')
        expect(yearsServed(long, day)).toBe(years)
        expect(yearsServed(long, dayAfter(day, -1))).toBe(years - 1)
      }),
    )
  })
})

test('a term of three years ends with its third school year and runs in each of them', () => {
  expect(lastDayOf('2023-09-01', 3)).toBe('2026-08-31')
  expect(runningYears(term('2023-09-01', '2026-08-31'))).toEqual([2023, 2024, 2025])
  expect(runningYears(term('2023-09-01', '2026-08-31'), '2024-10-01')).toEqual([2023, 2024])
})

test('is appraised every June, and the last time at its end', () => {
  const three = term('2023-09-01', '2025-08-31')
  expect(appraisalsOf(three)).toEqual([
    { schoolYear: 2023, isFinal: false, from: '2024-06-01', due: '2024-06-30' },
    { schoolYear: 2024, isFinal: true, from: '2025-08-01', due: '2025-08-31' },
  ])
  expect(nextAppraisal(three, [2023])).toMatchObject({ schoolYear: 2024, isFinal: true })
  expect(nextAppraisal(three, [2023, 2024])).toBeUndefined()
})
