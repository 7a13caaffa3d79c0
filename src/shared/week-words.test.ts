import { expect, test } from 'vitest'
import { clockIn, weekdayIn, weeksIn } from './week-words.ts'

test.each([
  ['星期一', 1], ['周三', 3], ['五', 5], ['5', 5], ['星期日', 7], ['周天', 7], ['礼拜六', 6], ['Monday', 1], ['８', undefined], ['', undefined],
] as const)('the weekday %s is %s', (text, weekday) => expect(weekdayIn(text)).toBe(weekday)) // prettier-ignore

test.each([['', '每周'], ['单', '单周'], ['双周', '双周'], ['（单）', '单周'], ['三', undefined]] as const)(
  'the weeks %j are %s',
  (text, weeks) => expect(weeksIn(text)).toBe(weeks),
) // prettier-ignore

test.each([
  ['8:00', '08:00'], ['０８：３０', '08:30'], ['15:50:00', '15:50'], ['24:00', '24:00'], ['24:01', undefined], ['8:60', undefined], ['上午', undefined],
] as const)('the time %s is %s', (text, time) => expect(clockIn(text)).toBe(time)) // prettier-ignore
