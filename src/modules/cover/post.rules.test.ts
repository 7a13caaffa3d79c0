import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clashesOf, datedClashesOf, type WeeklySpot } from './post.rules.ts'

const spot = (more: Partial<WeeklySpot>): WeeklySpot => ({
  ...{ weekday: 3, period: 3, weeks: '每周', fromTime: '09:50', untilTime: '10:30', placeId: 1, placeName: '春申中学' },
  ...{ subject: '数学', className: '七（1）班' },
  ...more,
})
const travel = (from: number, to: number) => (from === to ? 0 : 25)
const there = { placeId: 2, placeName: '春申小学', className: '五（1）班' }

test('a teacher in two places at once is told with both lessons', () => {
  expect(clashesOf([spot(there)], [spot({})], travel)).toEqual([
    {
      at: 0,
      message:
        '周三第3节数学（春申小学五（1）班，09:50–10:30）和周三第3节数学（春申中学七（1）班，09:50–10:30）是同一时间，一位教师不能在两处上课。',
    },
  ])
})

test('the way between two places counts against neighbours, with the minutes needed and there', () => {
  const next = spot({ ...there, period: 4, fromTime: '10:40', untilTime: '11:20' })
  expect(clashesOf([next], [spot({})], travel)[0]?.message).toContain('路上要 25 分钟，中间只有 10 分钟。')
  expect(clashesOf([{ ...next, fromTime: '10:55' }], [spot({})], travel)).toEqual([])
  expect(clashesOf([{ ...next, placeId: 1 }], [spot({})], travel)).toEqual([])
  expect(clashesOf([next, spot({})], [], travel)).toHaveLength(1)
})

test('odd and even weeks do not meet', () => {
  expect(clashesOf([spot({ ...there, weeks: '单周' })], [spot({ weeks: '双周' })], travel)).toEqual([])
})

test('what is arranged for single days is in the way of weekly lessons on those days alone', () => {
  const span = { fromDay: '2023-10-09', untilDay: '2024-01-19' }
  const paper = { day: '2023-10-18', fromTime: '10:00', untilTime: '10:40', placeId: 2, words: '春申小学《剪纸》' }
  const messages = (more: Partial<WeeklySpot>, dated: object = {}) =>
    datedClashesOf([spot(more)], span, [{ ...paper, ...dated }], travel).map(({ message }) => message)
  expect(messages({})).toEqual([
    '周三第3节数学（春申中学七（1）班，09:50–10:30）和10月18日春申小学《剪纸》（10:00–10:40）是同一时间，一位教师不能在两处上课。',
  ])
  expect(messages({}, { fromTime: '10:40', untilTime: '11:20' })[0]).toContain('路上要 25 分钟，中间只有 10 分钟。')
  expect(messages({}, { fromTime: '10:40', untilTime: '11:20', placeId: 1 })).toEqual([])
  expect(messages({ weekday: 2 })).toEqual([])
  expect(messages({ weeks: '双周' })).toHaveLength(1)
  expect(messages({ weeks: '单周' })).toEqual([])
  expect(messages({}, { day: '2023-10-04' })).toEqual([])
  expect(messages({}, { day: '2024-01-24' })).toEqual([])
})

test('it does not matter which of two lessons stands and which is wanted', () => {
  const anySpot = fc
    .record({
      weekday: fc.integer({ min: 1, max: 2 }),
      start: fc.integer({ min: 8, max: 11 }),
      placeId: fc.integer({ min: 1, max: 2 }),
      weeks: fc.constantFrom('每周' as const, '单周' as const, '双周' as const),
    })
    .map(({ start, ...more }) => spot({ ...more, fromTime: `${start}:00`.padStart(5, '0'), untilTime: `${start}:40`.padStart(5, '0') })) // prettier-ignore
  fc.assert(
    fc.property(anySpot, anySpot, (a, b) => {
      expect(clashesOf([a], [b], travel).length).toBe(clashesOf([b], [a], travel).length)
    }),
  )
})
