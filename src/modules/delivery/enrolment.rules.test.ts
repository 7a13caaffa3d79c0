import { expect, test } from 'vitest'
import { isFor, placesFor, schoolsAt, sessionsOf, whyNotEnrol, type Open } from './enrolment.rules.ts'

const open = (more: Partial<Open> = {}): Open => ({
  ...{ schoolId: 1, mode: '学生走校', places: 100, shares: [], at: [1], enrolUntil: '2026-09-15', taken: new Map() },
  ...more,
})
const one = (headCount: number, className = '（1）班') => ({ grade: '五年级' as const, className, headCount })
const enrolling = (classes = [one(40)], today = '2026-09-10') => ({ schoolId: 2, school: '春申小学', classes, today })

test('what comes to schools is for those, what is shared out for who has a share, and never for the giver', () => {
  expect(isFor(open(), 2)).toBe(true)
  expect(isFor(open(), 1)).toBe(false)
  expect(isFor(open({ mode: '教师走教', at: [3] }), 2)).toBe(false)
  expect(isFor(open({ shares: [{ schoolId: 2, places: 40 }] }), 3)).toBe(false)
  expect(whyNotEnrol(open({ mode: '教师走教', at: [3] }), enrolling())?.message).toContain('没有给春申小学的名额')
  expect(whyNotEnrol(open(), { ...enrolling(), schoolId: 1 })?.code).toBe('delivery.givesIt')
})

test('places are those of the school and those that others leave', () => {
  const taken = new Map([[2, 30], [3, 70]]) // prettier-ignore
  expect(placesFor(open({ taken }), 2)).toBe(30)
  expect(placesFor(open({ taken, shares: [{ schoolId: 2, places: 20 }] }), 2)).toBe(20)
  expect(whyNotEnrol(open({ taken }), enrolling([one(31)]))?.message).toBe('名额不够：春申小学还可以报 30 人，填了 31 人。请减少班级或人数。') // prettier-ignore
  expect(whyNotEnrol(open({ taken }), enrolling([one(30)]))).toBeUndefined()
})

test('after the last day none is added; fewer are let', () => {
  const late = open({ taken: new Map([[2, 40]]) })
  expect(whyNotEnrol(late, enrolling([one(41)], '2026-09-16'))?.message).toContain('报名已于2026年9月15日截止')
  expect(whyNotEnrol(late, enrolling([one(38)], '2026-09-16'))).toBeUndefined()
  expect(whyNotEnrol(late, enrolling([], '2026-09-16'))).toBeUndefined()
})

test('a class stands once, however it is written', () => {
  expect(whyNotEnrol(open(), enrolling([one(20, '（2）班'), one(20, '(2) 班')]))?.message).toContain('写了两行')
})

test('who is at a session goes by the mode', () => {
  const enrolled = [{ schoolId: 2 }, { schoolId: 3 }, { schoolId: 2 }]
  expect(schoolsAt('教师走教', { schoolId: 3 }, enrolled)).toEqual([3])
  expect(schoolsAt('信息化同步教学', { schoolId: 1 }, enrolled)).toEqual([2, 3])
})

test('a school was there where it was present at what was held', () => {
  const present = (people: number) => [{ schoolId: 2, people }]
  const sessions = [{ state: '已上', present: present(40) }, { state: '已上', present: present(0) }, { state: '未上', present: [] }] // prettier-ignore
  expect(sessionsOf(2, sessions)).toBe(1)
  expect(sessionsOf(3, sessions)).toBe(0)
})
