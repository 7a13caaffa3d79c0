import { expect, test } from 'vitest'
import { defaultRule, momentAt, nextRound } from './ask.rules.ts'

const begins = momentAt('2026-11-26', '14:20')
const before = (minutes: number) => new Date(begins.getTime() - minutes * 60_000)

test('one after the other is asked, each with a quarter of an hour', () => {
  const now = before(300)
  expect(nextRound(defaultRule, now, begins)).toEqual({ count: 1, dueAt: before(285) })
  expect(nextRound({ ...defaultRule, askMode: '同时', askCount: 4 }, now, begins).count).toBe(4)
})

test('within two hours several are asked at once, and never beyond the beginning', () => {
  expect(nextRound(defaultRule, before(120), begins).count).toBe(3)
  expect(nextRound(defaultRule, before(121), begins).count).toBe(1)
  expect(nextRound(defaultRule, before(5), begins).dueAt).toEqual(begins)
  expect(nextRound(defaultRule, before(-20), begins).dueAt).toEqual(before(-21))
})

test('times are China’s', () => expect(begins.toISOString()).toBe('2026-11-26T06:20:00.000Z'))

test('the time to think does not run in the night; who is asked for the first lesson may answer in the morning', () => {
  const first = momentAt('2026-11-27', '08:00')
  const evening = momentAt('2026-11-26', '23:40')
  expect(nextRound(defaultRule, evening, first)).toEqual({ count: 3, dueAt: momentAt('2026-11-27', '07:15') })
  expect(nextRound(defaultRule, evening, begins1400()).dueAt).toEqual(momentAt('2026-11-27', '07:15'))
  expect(nextRound({ ...defaultRule, waitMinutes: 600 }, momentAt('2026-11-27', '05:00'), first).dueAt).toEqual(first)
})

const begins1400 = () => momentAt('2026-11-27', '14:00')
