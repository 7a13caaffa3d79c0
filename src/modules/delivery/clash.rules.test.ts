import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clashesInWords, clashesOf, type Spot } from './clash.rules.ts'

const at = (time: string) => new Date(`2026-10-14T${time}:00+08:00`)
const spot = (from: string, until: string, placeId = 1, more: Partial<Spot> = {}): Spot => ({
  ...{ teacherId: 't', fromAt: at(from), untilAt: at(until), placeId, words: `第${placeId}小学《剪纸》` },
  ...more,
})
const how = { way: (a: number, b: number) => (a === b ? 0 : 30), nameOf: () => '陈老师' }

test('two at once are refused with who, when and where', () => {
  expect(clashesOf([spot('15:30', '16:10', 2)], [spot('16:00', '16:40')], how)).toEqual([
    '陈老师10月14日 15:30–16:10 到第2小学《剪纸》，与 16:00–16:40 第1小学《剪纸》是同一时间，一位教师不能在两处上课。',
  ])
})

test('the way between two schools counts, in either order, and says how many minutes are missing', () => {
  const words =
    '陈老师10月14日 14:00–15:20 在第1小学《剪纸》，15:30–16:10 要到第2小学《剪纸》，路上要 30 分钟，中间只有 10 分钟，少 20 分钟。'
  const [early, late] = [spot('14:00', '15:20'), spot('15:30', '16:10', 2)]
  expect(clashesOf([late], [early], how)).toEqual([words])
  expect(clashesOf([early], [late], how)).toEqual([words])
  expect(clashesOf([early, late], [], how)).toEqual([words])
})

test('enough time, the same place, or another teacher is no clash', () => {
  const stands = [spot('14:00', '15:00')]
  expect(clashesOf([spot('15:30', '16:10', 2)], stands, how)).toEqual([])
  expect(clashesOf([spot('15:00', '16:10')], stands, how)).toEqual([])
  expect(clashesOf([spot('14:00', '15:00', 2, { teacherId: 'u' })], stands, how)).toEqual([])
})

test('of many clashes a few are told, and how many more there are', () => {
  expect(clashesInWords(['甲。', '乙。', '丙。', '丁。', '戊。'])).toBe('甲。乙。丙。另有 2 处排不开。')
})

test('whatever is let stand side by side leaves time for every way', () => {
  const any = fc
    .record({ from: fc.integer({ min: 0, max: 600 }), long: fc.integer({ min: 5, max: 90 }), placeId: fc.nat(3) })
    .map(({ from, long, placeId }): Spot => {
      const fromAt = new Date(at('08:00').getTime() + from * 60_000)
      return spot('08:00', '08:00', placeId, { fromAt, untilAt: new Date(fromAt.getTime() + long * 60_000) })
    })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (all) => {
      const kept: Spot[] = []
      for (const one of all) if (clashesOf([one], kept, how).length === 0) kept.push(one)
      kept.sort((a, b) => +a.fromAt - +b.fromAt)
      kept.slice(1).forEach((next, n) => {
        const between = (+next.fromAt - +kept[n]!.untilAt) / 60_000
        expect(between).toBeGreaterThanOrEqual(how.way(kept[n]!.placeId, next.placeId))
      })
    }),
  )
})
