import { describe, expect, test } from 'vitest'
import { inOrder, isOver, standsIn, whyNotDays, whyNotLeave, type Stay } from './pool.rules.ts'

const stay: Stay = { status: '在池', schoolYear: 2022, since: '2022-10-01', leftOn: null }

describe('a stay is told', () => {
  test.each([
    ['in the year for which it was proposed', stay, 2022, true],
    ['in the years after it began', stay, 2024, true],
    ['not before', stay, 2021, false],
    ['in the year in which it ended', { ...stay, status: '已出池', leftOn: '2023-09-01' }, 2023, true],
    ['not after it ended', { ...stay, status: '已出池', leftOn: '2023-08-31' }, 2023, false],
    ['only in its own year while nothing is decided', { ...stay, status: '待定', since: null }, 2023, false],
    ['only in its own year where it was refused', { ...stay, status: '未入池', since: null }, 2022, true],
  ] as const)('%s', (_, one, year, expected) => {
    expect(standsIn(one, year)).toBe(expected)
  })
})

test('a term is over the day after its last', () => {
  expect(isOver({ status: '在池', until: '2024-08-31' }, '2024-08-31')).toBe(false)
  expect(isOver({ status: '在池', until: '2024-08-31' }, '2024-09-01')).toBe(true)
  expect(isOver({ status: '已出池', until: '2024-08-31' }, '2024-09-01')).toBe(false)
  expect(isOver({ status: '在池', until: null }, '2024-09-01')).toBe(false)
})

test('who waits comes first, then the highest level, then pinyin', () => {
  const one = (pinyin: string, status: Stay['status'], level: string | null) => ({ pinyin, status, level })
  const sorted = inOrder([one('c', '在池', '校骨干'), one('b', '在池', null), one('a', '在池', '校骨干'), one('z', '待定', null), one('d', '在池', '市骨干')]) // prettier-ignore
  expect(sorted.map(({ pinyin }) => pinyin)).toEqual(['z', 'd', 'a', 'c', 'b'])
})

test('days that cannot be are told with their field', () => {
  expect(whyNotDays({ since: '2023-09-01' })).toBeUndefined()
  expect(whyNotDays({ since: '2023-09-01', until: '2023-08-31' })?.path).toBe('until')
  expect(whyNotLeave({ on: '2023-08-31', since: '2023-09-01' }, '2024-01-01')?.message).toContain('2023年9月1日')
  expect(whyNotLeave({ on: '2024-01-02', since: '2023-09-01' }, '2024-01-01')?.message).toContain('今天')
  expect(whyNotLeave({ on: '2024-01-01', since: '2023-09-01' }, '2024-01-01')).toBeUndefined()
})
