import { expect, test } from 'vitest'
import { outcomeOf, suggestionsOf, whyNotHired, whyNotReport } from './need.rules.ts'

const lack = (schoolId: number, subject: string, n: number) => ({ schoolId, stage: '小学', subject, n })

test('what stands on the list already is not suggested again', () => {
  const unmet = [lack(1, '语文', 2), lack(1, '数学', 1), lack(2, '语文', 1)]
  expect(suggestionsOf(unmet, [lack(1, '语文', 1)])).toEqual([lack(1, '数学', 1), lack(2, '语文', 1)])
})

test('some is found, nobody is not', () => {
  expect(outcomeOf(1)).toBe('已招到')
  expect(outcomeOf(0)).toBe('未招到')
})

test('no more are found than were asked for, and nothing is reported in the future', () => {
  expect(whyNotHired(2, { n: 2 })).toBeUndefined()
  expect(whyNotHired(3, { n: 2 })?.message).toContain('不能大于 2')
  expect(whyNotReport('2024-03-02', '2024-03-01')?.path).toBe('on')
  expect(whyNotReport('2024-03-01', '2024-03-01')).toBeUndefined()
})
