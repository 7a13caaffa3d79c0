import { expect, test } from 'vitest'
import { momentOf } from '#shared/day.ts'
import { callsIn, spanOf, whyNotSign, whyNotTell } from './event.rules.ts'

const event = {
  status: '待开展' as const,
  fromAt: momentOf('2026-10-14', '14:00'),
  untilAt: momentOf('2026-10-14', '16:00'),
}
const at = (day: string, time: string) => momentOf(`2026-10-${day}`, time)

test('one signs in from an hour before until a day after', () => {
  expect(whyNotSign(event, at('14', '12:59'))?.message).toBe('还没到签到时间，2026-10-14 13:00 起可以签到。')
  for (const now of [at('14', '13:00'), at('14', '15:00'), at('15', '16:00')])
    expect(whyNotSign(event, now)).toBeUndefined()
  expect(whyNotSign(event, at('15', '16:01'))?.code).toBe('teaching-research.signTooLate')
  expect(whyNotSign({ ...event, status: '已取消' }, at('14', '14:00'))?.code).toBe('teaching-research.cancelled')
})

test('what became of it is said when it has begun', () => {
  expect(whyNotTell(event, at('14', '13:59'))?.message).toBe('活动 2026-10-14 14:00 才开始，开始以后再登记。')
  expect(whyNotTell(event, at('14', '14:00'))).toBeUndefined()
  expect(whyNotTell({ ...event, status: '已取消' }, at('14', '14:00'))?.code).toBe('teaching-research.cancelled')
})

test('an activity ends after it begins', () => {
  expect(spanOf({ day: '2026-10-14', from: '14:00', until: '16:00' })).toEqual({
    fromAt: event.fromAt,
    untilAt: event.untilAt,
  })
  expect(spanOf({ day: '2026-10-14', from: '14:00', until: '14:00' })).toBeUndefined()
})

test('a list of names is read however it is typed', () => {
  expect(callsIn(' 张三、李四，王五 赵六\n0112;张三 ')).toEqual(['张三', '李四', '王五', '赵六', '0112'])
  expect(callsIn(' 、 ')).toEqual([])
})
