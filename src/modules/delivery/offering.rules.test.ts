import { expect, test } from 'vitest'
import {
  slotsInWords,
  timesOf,
  whatIsWrong,
  whyNotComplete,
  whyNotTimes,
  whyNotWrite,
  type Written,
} from './offering.rules.ts'

const slot = {
  ...{ fromDay: '2026-09-16', untilDay: '2026-10-14', skip: ['2026-09-23'], fromTime: '15:30', untilTime: '16:10' },
  ...{ schoolId: 2, venueId: null, room: '' },
}
const written = (more: Partial<Written> = {}): Written => ({
  ...{ schoolId: 1, mode: '教师走教', slots: [slot], places: 80, shares: [], enrolUntil: '2026-09-15' },
  ...more,
})

test('a weekly time falls on each week but for days left out and days without school', () => {
  const times = timesOf([slot], (day) => day === '2026-10-07')
  expect(times.map(({ day }) => day)).toEqual(['2026-09-16', '2026-09-30', '2026-10-14'])
  expect(times[0]?.fromAt.toISOString()).toBe('2026-09-16T07:30:00.000Z')
})

test('a single day is that day, whatever day it is', () => {
  const single = { ...slot, fromDay: '2026-10-04', untilDay: '2026-10-04' }
  expect(timesOf([single, slot], () => false).map(({ at, day }) => `${at} ${day}`)).toEqual([
    ...['1 2026-09-16', '1 2026-09-30', '0 2026-10-04', '1 2026-10-07', '1 2026-10-14'],
  ])
  expect(slotsInWords([slot, single])).toBe('每周三 15:30–16:10，10月4日 15:30–16:10')
})

test('what is written wrong is said by its field', () => {
  expect(whatIsWrong(written())).toBeUndefined()
  expect(whatIsWrong(written({ slots: [{ ...slot, untilTime: '15:30' }] }))?.message).toContain('不晚于开始时间')
  expect(whatIsWrong(written({ slots: [{ ...slot, untilDay: '2026-09-01' }] }))?.message).toContain('早于第一次')
  expect(whatIsWrong(written({ slots: [{ ...slot, untilDay: '2027-03-03' }] }))?.message).toBe(
    '一门课写一个学期，现在的时间不都在2026学年上学期，请分开写',
  )
  expect(whatIsWrong(written({ enrolUntil: '2026-11-01' }))?.path).toBe('enrolUntil')
})

test('lessons go to other schools or come from the own one, by the mode', () => {
  expect(whyNotWrite(written())).toBeUndefined()
  expect(whyNotWrite(written({ slots: [{ ...slot, schoolId: 1 }] }))?.code).toBe('delivery.ownSchool')
  expect(whyNotWrite(written({ mode: '学生走校' }))?.message).toContain('学生走校在提供学校上课')
  expect(whyNotWrite(written({ mode: '信息化同步教学', slots: [{ ...slot, schoolId: 1 }] }))).toBeUndefined()
  const shares = [{ schoolId: 2, places: 60 }, { schoolId: 3, places: 30 }] // prettier-ignore
  expect(whyNotWrite(written({ shares }))?.message).toContain('90 人，比总名额 80 人多')
})

test('there are some times, and not too many', () => {
  expect(whyNotTimes([])?.code).toBe('delivery.noSession')
  expect(whyNotTimes(timesOf([slot], () => false))).toBeUndefined()
  const daily = Array.from({ length: 31 }, () => slot)
  expect(whyNotTimes(timesOf(daily, () => false))?.message).toContain('现在是 124 次')
})

test('it is over when all was said and something was held', () => {
  expect(whyNotComplete([{ state: '已上' }, { state: '待上' }])?.message).toContain('还有 1 次课没有登记')
  expect(whyNotComplete([{ state: '未上' }])?.code).toBe('delivery.noneHeld')
  expect(whyNotComplete([{ state: '未上' }, { state: '已上' }])).toBeUndefined()
})
