import { expect, test } from 'vitest'
import { rosterFiles, type Roster } from './roster.rules.ts'
import type { RosterTaught } from './roster-class.rules.ts'

const T1 = 't1'
const T2 = 't2'
const STRANGER = 't3'
const lesson = (of: Partial<RosterTaught> = {}): RosterTaught => ({
  ...{ schoolId: 3001, className: '七（3）班', subject: '数学', teacherId: T1, term: '上学期', ...of },
})
const roster: Roster = {
  schoolYear: 2023,
  district: { id: 112, name: '闵行区' },
  cluster: { id: 2001, name: '春申学区' },
  schools: [{ id: 3001, name: '春申中学', code: '310112001' }],
  teachers: [T1, T2].map((teacherId, n) => ({ teacherId, schoolId: 3001, staffNo: `0${n}`, name: '王小明' })),
  classes: [{ schoolId: 3001, name: '七（3）班', grade: '七年级' }],
  taught: [lesson(), lesson({ term: '下学期' })],
}
const files = (more: Partial<Roster> = {}) =>
  new Map(rosterFiles({ ...roster, ...more }).map(({ name, content }) => [name, content]))
const lines = (name: string, more: Partial<Roster> = {}) => files(more).get(name)?.trimEnd().split('\r\n')

const NAME = '4e03ff080033ff0973ed'
const MATHS = '65705b66'

test('the headers stand in the order of the binding, and the manifest says that all of it is there', () => {
  expect(lines('courses.csv')![0]).toBe('sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes') // prettier-ignore
  expect(lines('classes.csv')![0]).toBe('sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods') // prettier-ignore
  expect(lines('enrollments.csv')![0]).toBe('sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate') // prettier-ignore
  for (const name of ['classes', 'courses', 'enrollments'])
    expect(files().get('manifest.csv')).toContain(`file.${name},bulk`)
})

test('a class of the register is a homeroom, what it is taught a scheduled class', () => {
  expect(lines('classes.csv')!.slice(1)).toEqual([
    `class-3001-2023-${NAME},,,七（3）班,07,course-2023-homeroom,,homeroom,,org-3001,"term-2023-1,term-2023-2",,,`,
    `class-3001-2023-${NAME}-${MATHS},,,七（3）班数学,07,course-2023-${MATHS},,scheduled,,org-3001,"term-2023-1,term-2023-2",数学,,`,
  ])
  expect(lines('courses.csv')!.slice(1)).toEqual([
    'course-2023-homeroom,,,year-2023,班级,,,org-2001,,',
    `course-2023-${MATHS},,,year-2023,数学,,,org-2001,数学,`,
  ])
})

test('a teacher is enrolled from the first to the last term in which they teach', () => {
  expect(lines('enrollments.csv')!.slice(1)).toEqual([
    `class-3001-2023-${NAME}-${MATHS}-t1,,,class-3001-2023-${NAME}-${MATHS},org-3001,t1,teacher,true,2023-09-01,2024-08-31`,
  ])
})

test('of two teachers none is known to be the first; who is no user is not enrolled', () => {
  const two = [lesson(), lesson({ teacherId: T2 })]
  const primaries = lines('enrollments.csv', { taught: two })!.map((line) => line.split(',')[7])
  expect(primaries).toEqual(['primary', 'false', 'false'])
  expect(lines('enrollments.csv', { taught: [lesson({ teacherId: STRANGER })] })).toBe(undefined)
  expect(lines('classes.csv', { taught: [lesson({ teacherId: STRANGER })] })).toHaveLength(3)
})

test('a class without a register has the grade that its name says, and the term of its lessons', () => {
  const only = { classes: [], taught: [lesson({ className: '高一（2）班', term: '下学期' })] }
  const [, one] = lines('classes.csv', only)!
  expect(one).toContain(',高一（2）班数学,10,')
  expect(one).toContain(',org-3001,term-2023-2,数学,')
  expect(lines('courses.csv', only)).toHaveLength(2)
})

test('every class has its course, its school and its terms in the package', () => {
  const ids = (name: string) =>
    new Set(
      lines(name)!
        .slice(1)
        .map((line) => line.split(',')[0]),
    )
  for (const line of lines('classes.csv')!.slice(1)) {
    const [, , , , , course, , , , school] = line.split(',')
    expect(ids('courses.csv')).toContain(course)
    expect(ids('orgs.csv')).toContain(school)
    for (const term of /"(.*)"/.exec(line)![1]!.split(',')) expect(ids('academicSessions.csv')).toContain(term)
  }
})
