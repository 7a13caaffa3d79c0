import { describe, expect, test } from 'vitest'
import { changeInWords, changesOf, type Going } from './change.rules.ts'

const going = (teacherId: string, fromSchoolId: number, toSchoolId: number, more: Partial<Going> = {}): Going => ({
  ...{ teacherId, fromSchoolId, toSchoolId, form: '定期交流', startOn: '2023-09-01', endOn: '2024-08-31' },
  ...{ ftePercent: 100, weeklyLessons: null, ...more },
})

describe('what another list changes for a school', () => {
  test('nothing where the lists say the same, in whatever order', () => {
    const list = [going('a', 1, 2), going('b', 2, 3)]
    expect(changesOf(list, [...list].reverse()).size).toBe(0)
  })

  test('one who goes elsewhere changes it for all three schools, and for no fourth', () => {
    const changes = changesOf([going('a', 1, 2), going('b', 4, 2)], [going('a', 1, 3), going('b', 4, 2)])
    expect([...changes.keys()].sort()).toEqual([1, 2, 3])
    expect(changeInWords(changes.get(1)!)).toBe('新增流出 1 人，不再流出 1 人')
    expect(changeInWords(changes.get(2)!)).toBe('不再流入 1 人')
    expect(changeInWords(changes.get(3)!)).toBe('新增流入 1 人')
  })

  test('the same way for longer, or with another load, is another thing too', () => {
    const changes = changesOf([going('a', 1, 2)], [going('a', 1, 2, { endOn: '2026-08-31' })])
    expect([...changes].map(([school, change]) => [school, changeInWords(change)])).toEqual([
      [1, '1 人的方式、期限或工作量有变'],
      [2, '1 人的方式、期限或工作量有变'],
    ])
  })
})
