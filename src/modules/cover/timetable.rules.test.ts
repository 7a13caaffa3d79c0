import { expect, test } from 'vitest'
import type { WrittenLesson } from './lesson-words.rules.ts'
import { clashesIn, resolveLessons } from './timetable.rules.ts'

const teachers = [
  { teacherId: 't1', staffNo: '0101', name: '赵一' },
  { teacherId: 't2', staffNo: '0102', name: '王芳' },
  { teacherId: 't3', staffNo: '0103', name: '王芳' },
]
const known = { teachers, campuses: [{ id: 7, name: '东校区' }], school: '春申中学' }
const lesson = (more: Partial<WrittenLesson>): WrittenLesson => ({
  ...{ at: 'C2', staffNo: '0101', teacherName: null, className: '七（1）班', subject: '数学', weekday: 1, period: 3 },
  ...{ weeks: '每周', campus: null },
  ...more,
})
const faultOf = (more: Partial<WrittenLesson>) => resolveLessons([lesson(more)], known).faults[0]?.message

test('a teacher is known by number, zeros that a spreadsheet drops included, or by a name that only one has', () => {
  const { lessons, faults } = resolveLessons(
    [lesson({ staffNo: '101' }), lesson({ staffNo: null, teacherName: '赵一' })],
    known,
  )
  expect(faults).toEqual([])
  expect(lessons.map(({ teacherId }) => teacherId)).toEqual(['t1', 't1'])
})

test('what names nobody, several or somebody else is said at its place', () => {
  expect(faultOf({ staffNo: '9' })).toBe('工号“9”不在春申中学的教师名册中，请核对。')
  expect(faultOf({ staffNo: null, teacherName: '李四' })).toContain('教师“李四”不在春申中学的教师名册中')
  expect(faultOf({ staffNo: null, teacherName: '王芳' })).toBe('本校有 2 位“王芳”，请填写工号，说明是哪一位。')
  expect(faultOf({ teacherName: '王芳' })).toContain('在名册中是“赵一”，这里写的是“王芳”')
  expect(faultOf({ campus: '西校区' })).toBe('校区“西校区”没有登记，应是“东校区”之一。')
})

test('who would be in two places at once is named with both places', () => {
  const clashes = (...written: WrittenLesson[]) =>
    clashesIn(resolveLessons(written, known).lessons).map(({ at, message }) => `${at}: ${message}`)
  expect(clashes(lesson({}), lesson({ at: 'C9', className: '七（2）班' }))).toEqual([
    'C9: 赵一周一第3节同时在七（1）班（C2）和七（2）班，请改正其中一处。',
  ])
  expect(clashes(lesson({}), lesson({ at: 'C9', staffNo: '0102', subject: '英语' }))).toEqual([
    'C9: 七（1）班周一第3节同时有数学（C2）和英语两节课，请改正其中一处。',
  ])
  expect(clashes(lesson({ weeks: '单周' }), lesson({ at: 'C9', className: '七（2）班', weeks: '双周' }))).toEqual([])
  expect(clashes(lesson({}), lesson({ at: 'C9' }))[0]).toContain('写了两次')
})
