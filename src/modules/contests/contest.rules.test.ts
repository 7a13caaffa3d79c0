import { expect, test } from 'vitest'
import { stateOf, whyNotChange, whyNotEnter, whyNotScore, whyNotSet } from './contest.rules.ts'

const contest = { from: '2023-10-01', until: '2023-10-31', announcedOn: null }
const days = ['2023-09-30', '2023-10-01', '2023-10-31', '2023-11-01']
const group = { name: '小学语文', first: 1, second: 2, third: 3 }

test('a contest is entered until its last day, and judged after it', () => {
  expect(days.map((day) => stateOf(contest, day))).toEqual(['未开始', '报送中', '报送中', '评审中'])
  expect(days.map((day) => whyNotEnter(contest, day)?.code)).toEqual(['contests.notOpen', undefined, undefined, 'contests.notOpen']) // prettier-ignore
  expect(days.map((day) => whyNotScore(contest, day)?.code)).toEqual([...Array(3).fill('contests.notClosed'), undefined]) // prettier-ignore
  const over = { ...contest, announcedOn: '2023-11-20' }
  expect(whyNotEnter(over, '2023-11-21')).toMatchObject({ code: 'contests.announced' })
  expect(whyNotScore(over, '2023-11-21')).toMatchObject({ code: 'contests.announced' })
})

test('groups stand once, and items come to 100', () => {
  const items = [
    { title: '目标', weight: 40 },
    { title: '过程', weight: 60 },
  ]
  expect(whyNotSet({ groups: [group], items })).toBeUndefined()
  expect(whyNotSet({ groups: [group, group], items })).toMatchObject({ code: 'contests.groupTwice' })
  expect(whyNotSet({ groups: [group], items: items.slice(1) })).toMatchObject({ code: 'contests.itemSum' })
})

test('a group with works stays, and so do items by which somebody scored', () => {
  const items = [{ title: '目标', weight: 100 }]
  const now = { items, used: ['小学语文'], isScored: true }
  expect(whyNotChange({ groups: [{ ...group, first: 9 }], items }, now)).toBeUndefined()
  expect(whyNotChange({ groups: [{ ...group, name: '小学数学' }], items }, now)).toMatchObject({ code: 'contests.groupUsed' }) // prettier-ignore
  expect(whyNotChange({ groups: [group], items: [{ title: '过程', weight: 100 }] }, now)).toMatchObject({ code: 'contests.itemsFixed' }) // prettier-ignore
})
