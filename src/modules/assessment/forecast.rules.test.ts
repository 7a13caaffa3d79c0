import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstDay } from '#shared/school-year.ts'
import { dayAfter } from '#shared/day.ts'
import { forecastInWords } from './forecast-words.rules.ts'
import { forecastOf, outlookOf, type Pace } from './forecast.rules.ts'

/** So many on the n-th day of the year (0 is 1 September). */
const pace = (year: number, ...days: readonly [after: number, weight: number][]): Pace => ({
  year,
  days: days.map(([after, weight]) => ({ day: dayAfter(firstDay(year), after), weight })),
})
const CHRISTMAS = '2023-12-25'

describe('a figure that grows over the year', () => {
  const now = pace(2023, [10, 4], [80, 8])

  test('goes by the share that last year had reached by the same day', () => {
    const found = forecastOf([now, pace(2022, [20, 12], [200, 22])], 2023, CHRISTMAS)
    expect(found).toMatchObject({ how: 'pace', soFar: 12, mid: 34, low: 30, high: 38 })
    expect(forecastInWords(found, { unit: '次', today: CHRISTMAS })).toBe(
      '到2023年12月25日有 12 次；2022学年同日已完成全年的 35%，据此推算。上下限是未来部分增减一成半。',
    )
  })

  test('of several past years weighs all, and ranges over each alone', () => {
    const found = forecastOf([now, pace(2022, [20, 12], [200, 22]), pace(2021, [20, 6], [200, 6])], 2023, CHRISTMAS)
    expect(found).toMatchObject({ how: 'pace', low: 24, mid: 31, high: 34 })
  })

  test('without past years goes by the days', () => {
    expect(forecastOf([now], 2023, CHRISTMAS)).toMatchObject({ how: 'linear', low: 30, mid: 38, high: 46 })
  })

  test('passes over a year that had hardly begun by this day', () => {
    expect(forecastOf([now, pace(2022, [20, 1], [200, 60])], 2023, CHRISTMAS).how).toBe('linear')
  })

  test('is not told in the first month, without records, or once the year is over', () => {
    expect(forecastOf([now], 2023, '2023-09-20').how).toBe('early')
    expect(forecastOf([pace(2023)], 2023, CHRISTMAS).how).toBe('empty')
    expect(forecastOf([], 2023, CHRISTMAS).how).toBe('empty')
    expect(forecastOf([now], 2023, '2024-09-01')).toMatchObject({ how: 'over', mid: 12 })
  })

  test('goes by what is there today, and is never less than what is on record for later days', () => {
    expect(forecastOf([pace(2023, [10, 4], [300, 50])], 2023, CHRISTMAS)).toMatchObject({ soFar: 4, low: 54, mid: 54 })
  })
})

test('never forecasts less than there is, and the middle lies in the range', () => {
  const days = fc.array(fc.tuple(fc.integer({ min: 0, max: 360 }), fc.integer({ min: 1, max: 50 })), { maxLength: 12 })
  fc.assert(
    fc.property(days, days, days, fc.integer({ min: 30, max: 360 }), (a, b, c, after) => {
      const paces = [pace(2023, ...a), pace(2022, ...b), pace(2021, ...c)]
      const { how, soFar, low, mid, high } = forecastOf(paces, 2023, dayAfter(firstDay(2023), after))
      if (how !== 'pace' && how !== 'linear') return
      expect(low!).toBeGreaterThanOrEqual(soFar!)
      expect(mid!).toBeGreaterThanOrEqual(low!)
      expect(high!).toBeGreaterThanOrEqual(mid!)
    }),
  )
})

test.each([
  [30, 38, 'met'],
  [20, 38, 'open'],
  [20, 29, 'missed'],
] as const)('a range of %i to %i against 30 is %s', (low, high, outlook) => {
  const judged = {
    indicator: { code: 'x', kind: 'count' as const },
    unit: '次',
    amounts: { value: 12, numerator: 12, denominator: null },
  }
  expect(outlookOf({ atLeast: 30 }, judged, { low, high })).toBe(outlook)
  expect(outlookOf({ atLeast: 30 }, judged, { low: null, high: null })).toBe('no-data')
})
