import { expect, test } from 'vitest'
import { daysAhead } from './own-days.rules.ts'

interface One {
  title: string
  day: string | null
  fromAt: string | null
}
const at = (title: string, fromAt: string): One => ({ title, day: null, fromAt })
const on = (title: string, day: string): One => ({ title, day, fromAt: null })
const titlesOf = (entries: readonly One[]) =>
  daysAhead(entries, '2026-10-12').map(({ day, entries: own }) => [day, ...own.map(({ title }) => title)])

test('today stands first, though it has nothing; days without anything are left out', () => {
  expect(titlesOf([])).toEqual([['2026-10-12']])
  expect(titlesOf([at('代课', '2026-10-14T01:50:00.000Z'), on('纪要', '2026-10-17')])).toEqual([
    ['2026-10-12'],
    ['2026-10-14', '代课'],
    ['2026-10-17', '纪要'],
  ])
})

test('a day is the office’s day, and what began before today is still on', () => {
  const early = at('早', '2026-10-12T22:00:00.000Z')
  expect(titlesOf([at('昨夜', '2026-10-11T15:00:00.000Z'), early])).toEqual([
    ['2026-10-12', '昨夜'],
    ['2026-10-13', '早'],
  ])
})

test('it ends after two weeks', () => {
  expect(titlesOf([on('最后', '2026-10-25'), on('太远', '2026-10-26')]).at(-1)).toEqual(['2026-10-25', '最后'])
})
