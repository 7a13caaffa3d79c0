import { expect, test } from 'vitest'
import { awardsInWords, sumOf, withAllAwards } from './activity.rules.ts'

const part = { pupils: 120, families: 0, teachers: 4, awards: 0, firstPrizes: 0, secondPrizes: 0, thirdPrizes: 0 }

test('prizes are awards, and awards of other names are more than the prizes', () => {
  expect(withAllAwards({ ...part, firstPrizes: 1, thirdPrizes: 2 }).awards).toBe(3)
  expect(withAllAwards({ ...part, awards: 5, firstPrizes: 1 }).awards).toBe(5)
  expect(withAllAwards(part).awards).toBe(0)
})

test.each([
  [{}, '—'],
  [{ awards: 4 }, '4'],
  [{ awards: 4, firstPrizes: 1, thirdPrizes: 2 }, '4（一等奖 1，三等奖 2）'],
])('awards %j are told as %s', (more, words) => {
  expect(awardsInWords({ ...part, ...more })).toBe(words)
})

test('what came of an activity is what all its schools brought', () => {
  const other = { ...part, pupils: 80, awards: 2, secondPrizes: 2 }
  expect(sumOf([part, other])).toEqual({ ...part, pupils: 200, teachers: 8, awards: 2, secondPrizes: 2 })
  expect(sumOf([])).toEqual({ ...part, pupils: 0, teachers: 0 })
})
