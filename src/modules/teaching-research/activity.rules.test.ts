import { expect, test } from 'vitest'
import { NO_TRACE, toldTwice, toldTwiceWords, whyLeftOut } from './activity.rules.ts'

const held = { heldOn: '2026-10-14', unionName: '语文联合体', form: '合作教研', theme: '识字 教学' }

test('an activity counts by its minutes, or by people of two schools', () => {
  expect(whyLeftOut({ minutes: '议定了三件事', schools: 0 })).toBeNull()
  expect(whyLeftOut({ minutes: null, schools: 2 })).toBeNull()
  expect(whyLeftOut({ minutes: null, schools: 1 })).toBe(NO_TRACE)
})

test('a row tells again of an activity where union, day, form and theme are the same', () => {
  const isTwice = toldTwice([held])
  for (const other of [{ heldOn: '2026-10-15' }, { unionName: '数学联合体' }, { form: '公开教学' }, { theme: '写字' }])
    expect(isTwice({ ...held, ...other })).toBe(false)
  expect(isTwice({ ...held, unionName: ' 语文联合体　', theme: '识字教学' })).toBe(true)
})

test('of both lists the longer one counts', () => {
  const isTwice = toldTwice([held, held])
  expect([isTwice(held), isTwice(held), isTwice(held)]).toEqual([true, true, false])
})

test('it is said by the row and the day', () => {
  expect(toldTwiceWords(7, '2026-10-04')).toBe('第 7 行与 10月4日的活动记录是同一次，只算一次。')
})
