import { expect, test } from 'vitest'
import { countsByYear, schoolChanges, standsIn } from './union.rules.ts'

test('a union stands in every school year in which it was there for a day', () => {
  const union = { since: '2021-10-01', until: '2022-09-01' }
  expect([2020, 2021, 2022, 2023].map((year) => standsIn(union, year))).toEqual([false, true, true, false])
  expect(standsIn({ ...union, until: null }, 2030)).toBe(true)
  expect(standsIn({ since: '2024-08-31', until: null }, 2023)).toBe(true)
  expect(standsIn({ since: '2024-09-01', until: null }, 2023)).toBe(false)
})

test('of the schools it is told which left and which are new', () => {
  expect(schoolChanges([1, 2, 3], [3, 4, 4])).toEqual({ left: [1, 2], joined: [4] })
  expect(schoolChanges([1, 2], [2, 1])).toEqual({ left: [], joined: [] })
})

test('unions are counted year by year', () => {
  const unions = [
    { since: '2021-09-01', until: null },
    { since: '2023-09-01', until: null },
    { since: '2021-09-01', until: '2022-08-31' },
  ]
  expect(countsByYear(unions, [2021, 2022, 2023])).toEqual([
    { year: 2021, n: 2 },
    { year: 2022, n: 1 },
    { year: 2023, n: 2 },
  ])
})
