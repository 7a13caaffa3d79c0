import { expect, test } from 'vitest'
import { standsIn, yearsWorked } from './studio.rules.ts'

const span = { from: '2022-10-01', until: '2025-08-31', endedOn: null }

test('a studio counts in each school year in which it has worked by now', () => {
  expect(yearsWorked(span, '2022-09-30')).toEqual([])
  expect(yearsWorked(span, '2022-10-01')).toEqual([2022])
  expect(yearsWorked(span, '2024-08-31')).toEqual([2022, 2023])
  expect(yearsWorked(span, '2030-01-01')).toEqual([2022, 2023, 2024])
})

test('one that ended before its time counts until then', () => {
  expect(yearsWorked({ ...span, endedOn: '2023-08-31' }, '2030-01-01')).toEqual([2022])
  expect(yearsWorked({ ...span, endedOn: '2022-09-01' }, '2030-01-01')).toEqual([])
  expect(standsIn({ ...span, endedOn: '2023-09-02' }, 2023)).toBe(true)
  expect(standsIn({ ...span, endedOn: '2023-08-31' }, 2023)).toBe(false)
})
