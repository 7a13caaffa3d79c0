import { describe, expect, test } from 'vitest'
import { instantsOf, isClosed, stateOf, tierOfKind, whyNotEnrolOrLeave, whyNotFinish } from './course.rules.ts'

const at = (text: string) => new Date(`${text}+08:00`)
const course = {
  tier: '学区集团' as const,
  startsAt: at('2026-03-01T13:30'),
  endsAt: at('2026-03-08T16:30'),
  declared: null,
  credited: false,
}
const before = at('2026-02-28T09:00')
const during = at('2026-03-05T09:00')
const after = at('2026-03-09T09:00')

test.each([
  ['school', '校本'],
  ['cluster', '学区集团'],
  ['group', '学区集团'],
  ['district', '区级'],
  ['city', undefined],
  ['partner', undefined],
])('what a %s holds is %s', (kind, tier) => expect(tierOfKind(kind)).toBe(tier))

describe('a course', () => {
  test.each([
    [course, before, '报名中'],
    [course, during, '进行中'],
    [course, after, '待申报'],
    [{ ...course, declared: '已退回' as const }, after, '已退回'],
    [{ ...course, declared: '已认定' as const, credited: true }, after, '已认定'],
    [{ ...course, tier: '校本' as const }, after, '待记学分'],
    [{ ...course, tier: '区级' as const, credited: true }, after, '已记学分'],
  ])('is %o', (one, now, state) => expect(stateOf(one, now)).toBe(state))

  test('is closed once it is declared, and open again when it was given back', () => {
    expect(isClosed({ ...course, declared: '已申报' }, after)).toBe(true)
    expect(isClosed({ ...course, declared: '已退回' }, after)).toBe(false)
  })

  test('is entered and left until it begins', () => {
    expect(whyNotEnrolOrLeave(course, before)).toBeUndefined()
    expect(whyNotEnrolOrLeave(course, during)?.code).toBe('training.begun')
  })

  test('gives its credits when it is over, once', () => {
    expect(whyNotFinish(course, during)?.message).toBe('最后一场在2026年3月8日，结束以后才能记学分。')
    expect(whyNotFinish(course, after)).toBeUndefined()
    expect(whyNotFinish({ ...course, declared: '已认定' }, after)?.code).toBe('training.closedCourse')
  })
})

test('a session is of the office’s clock', () => {
  expect(instantsOf({ day: '2026-03-01', from: '13:30', until: '16:30' }).startsAt).toEqual(course.startsAt)
})
