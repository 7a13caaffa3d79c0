import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conflictOf } from './conflict.rules.ts'
import { meanOf, prizesOf, whyNotMark } from './result.rules.ts'

test('a mark is within what its item weighs', () => {
  const items = [
    { title: '目标', weight: 40 },
    { title: '过程', weight: 60 },
  ]
  expect(whyNotMark(items, [40, 60])).toBeUndefined()
  expect(whyNotMark(items, [41, 60])).toMatchObject({ code: 'contests.markOutOf', facts: { item: '目标' } })
  expect(whyNotMark(items, [40])).toMatchObject({ facts: { item: '过程' } })
  expect(meanOf([90, 85, 80.5])).toBe(85.17)
  expect(meanOf([])).toBeNull()
})

test('prizes go by the mean; equals have the same, and what has no score has none', () => {
  const works = [90, 88, 88, 80, 70, null].map((score, n) => ({ id: String(n), score }))
  expect([...prizesOf(works, { first: 1, second: 1, third: 1 })]).toEqual([['0', '一等奖'], ['1', '二等奖'], ['2', '二等奖']]) // prettier-ignore
  expect([...prizesOf(works, { first: 0, second: 3, third: 9 }).values()]).toEqual(['二等奖', '二等奖', '二等奖', '三等奖', '三等奖']) // prettier-ignore
})

test('nobody with less has the better prize', () => {
  const order = ['一等奖', '二等奖', '三等奖', undefined]
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 20 }), fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)), (scores, [first, second, third]) => {
      const works = scores.map((score, n) => ({ id: String(n), score }))
      const found = prizesOf(works, { first, second, third })
      for (const a of works)
        for (const b of works)
          if (a.score > b.score) expect(order.indexOf(found.get(a.id))).toBeLessThanOrEqual(order.indexOf(found.get(b.id)))
    }), // prettier-ignore
  )
})

test('nobody judges the own work, the own school, or whom they mentor', () => {
  const work = { schoolId: 1, school: '春申小学', teachers: [{ teacherId: 'a', schoolId: 1 }] }
  const free = { schoolIds: [2], teacherId: 'z', bonds: new Map<string, string>() }
  expect(conflictOf(free, work)).toBeUndefined()
  expect(conflictOf({ ...free, teacherId: 'a' }, work)).toBe('是作品的教师')
  expect(conflictOf({ ...free, schoolIds: [1] }, work)).toBe('与作品同属春申小学')
  expect(conflictOf({ ...free, schoolIds: [3] }, { ...work, teachers: [{ teacherId: 'a', schoolId: 3 }] })).toBe('与作品的教师同校') // prettier-ignore
  expect(conflictOf({ ...free, bonds: new Map([['a', '是带教关系']]) }, work)).toBe('与作品的教师是带教关系')
})
