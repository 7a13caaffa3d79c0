import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAfter } from '#shared/day.ts'
import { percentOf, whyNotPlace, type Placement } from './placement.rules.ts'

const fullTimeForms = new Set(['定期交流'])
const at = (startOn: string, endOn: string | null, ftePercent: number | null, form = '走教'): Placement => ({
  startOn,
  endOn,
  ftePercent,
  form,
  toSchool: '春申小学',
})
const why = (placed: Placement, ...others: Placement[]) =>
  whyNotPlace(placed, { name: '李甲', fullTimeForms, others })?.message

test('two full placements at a time are refused, with where and when', () => {
  const first = at('2023-09-01', '2024-08-31', 100)
  expect(why(at('2024-08-31', '2025-08-31', 100), first)).toBe(
    '李甲2023年9月1日至2024年8月31日已全职在春申小学交流，日期重叠，不能再安排全职交流。',
  )
  expect(why(at('2024-09-01', '2025-08-31', 100), first)).toBeUndefined()
})

test('what a ledger left open is whole where its form is, and runs to the end of its school year', () => {
  expect(percentOf({ form: '定期交流', ftePercent: null }, fullTimeForms)).toBe(100)
  expect(why(at('2024-06-01', null, 100), at('2023-09-01', null, null, '定期交流'))).toContain('至2024年8月31日')
  expect(why(at('2024-06-01', null, 100), at('2023-09-01', null, null, '走教'))).toBeUndefined()
})

test('parts may add up to the whole and no further', () => {
  const half = at('2023-09-01', '2024-08-31', 50)
  expect(why(at('2023-09-01', null, 50), half)).toBeUndefined()
  expect(why(at('2023-09-01', null, 60), half)).toContain('已有 50% 的工作量在外校，再加 60% 超过 100%')
  expect(why(at('2023-09-01', null, 40), half, at('2024-02-01', '2024-08-31', 20))).toContain('已有 70%')
})

test('whatever is let pass, no day holds more than the whole', () => {
  const placement = fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 100 }))
    .map(([from, days, percent]) => at(dayAfter('2024-01-01', from), dayAfter('2024-01-01', from + days), percent))
  fc.assert(
    fc.property(fc.array(placement, { maxLength: 8 }), (asked) => {
      const taken: Placement[] = []
      for (const one of asked) if (why(one, ...taken) === undefined) taken.push(one)
      for (let day = 0; day <= 100; day++) {
        const on = dayAfter('2024-01-01', day)
        const load = taken.filter((one) => one.startOn <= on && on <= one.endOn!)
        expect(load.reduce((total, one) => total + one.ftePercent!, 0)).toBeLessThanOrEqual(100)
      }
    }),
  )
})
