import { gradeOfClass, type Grade } from '#shared/school-class.ts'
import { grouped } from '#shared/group.ts'
import { firstDay, lastDay, schoolYearName } from '#shared/school-year.ts'
import { termDays, terms, type Term } from '#shared/week.ts'
import { codeOfGrade } from './roster-grade.rules.ts'

/** A class of the register. */
export interface RosterClass {
  schoolId: number
  name: string
  grade: Grade | null
}

/** That a teacher teaches a class a subject in a term. */
export interface RosterTaught {
  schoolId: number
  className: string
  subject: string
  teacherId: string
  term: Term
}

/** What is taught in a cluster in a school year. */
export interface RosterYear {
  schoolYear: number
  cluster: { id: number }
  teachers: readonly { teacherId: string }[]
  classes: readonly RosterClass[]
  taught: readonly RosterTaught[]
}

type Row = Record<string, string>

export const orgId = (id: number): string => `org-${id}`
const yearId = (schoolYear: number): string => `year-${schoolYear}`
const termId = (schoolYear: number, term: Term): string => `term-${schoolYear}-${terms.indexOf(term) + 1}`

/** Ids are plain letters and always the same: a name stands in them by the numbers of its characters. */
const plain = (text: string): string =>
  [...text].map((character) => character.codePointAt(0)!.toString(16).padStart(4, '0')).join('')

const courseId = (schoolYear: number, subject: string): string => `course-${schoolYear}-${plain(subject)}`
const homeroomCourse = (schoolYear: number): string => `course-${schoolYear}-homeroom`
const homeroomId = (schoolYear: number, { schoolId, name }: RosterClass): string =>
  `class-${schoolId}-${schoolYear}-${plain(name)}`
const lessonId = (schoolYear: number, { schoolId, className, subject }: RosterTaught): string =>
  `class-${schoolId}-${schoolYear}-${plain(className)}-${plain(subject)}`

/** The school year, which is called by the year in which it ends, and its two terms. */
export function sessionsOf(schoolYear: number): Row[] {
  const inYear = { schoolYear: String(schoolYear + 1) }
  const days = { startDate: firstDay(schoolYear), endDate: lastDay(schoolYear) }
  const year = { sourcedId: yearId(schoolYear), title: schoolYearName(schoolYear), type: 'schoolYear', ...days, ...inYear } // prettier-ignore
  return [year, ...terms.map((term) => termOf(schoolYear, term, inYear))]
}

function termOf(schoolYear: number, term: Term, inYear: Row): Row {
  const { fromDay, untilDay } = termDays(schoolYear, term)
  return {
    ...{ sourcedId: termId(schoolYear, term), title: schoolYearName(schoolYear) + term, type: 'term' },
    ...{ startDate: fromDay, endDate: untilDay, parentSourcedId: yearId(schoolYear), ...inYear },
  }
}

/** A course for each subject that is taught, and one for what the classes of the register are in: the binding asks for a course of every class. */
export function coursesOf({ schoolYear, cluster, classes, taught }: RosterYear): Row[] {
  const course = (sourcedId: string, title: string, subjects = ''): Row => ({
    ...{ sourcedId, schoolYearSourcedId: yearId(schoolYear), title, orgSourcedId: orgId(cluster.id), subjects },
  })
  const subjects = [...new Set(taught.map(({ subject }) => subject))].sort()
  const homeroom = classes.length > 0 ? [course(homeroomCourse(schoolYear), '班级')] : []
  return [...homeroom, ...subjects.map((subject) => course(courseId(schoolYear, subject), subject, subject))]
}

/** The classes of the register as homerooms; and what each class is taught, by its timetable. */
export function classesOf(year: RosterYear): Row[] {
  const { schoolYear, classes } = year
  const homerooms = classes.map((one) => ({
    ...{ sourcedId: homeroomId(schoolYear, one), title: one.name, grades: codeOfGrade(one.grade) },
    ...{ courseSourcedId: homeroomCourse(schoolYear), classType: 'homeroom', schoolSourcedId: orgId(one.schoolId) },
    termSourcedIds: terms.map((term) => termId(schoolYear, term)).join(','),
  }))
  const kept = new Map(classes.map(({ schoolId, name, grade }) => [`${schoolId}|${name}`, grade]))
  const lessons = [...lessonsOf(year)].map(([sourcedId, all]) => {
    const { schoolId, className, subject } = all[0]!
    const grade = kept.get(`${schoolId}|${className}`) ?? gradeOfClass(className) ?? null
    return {
      ...{ sourcedId, title: className + subject, grades: codeOfGrade(grade), classType: 'scheduled' },
      ...{ courseSourcedId: courseId(schoolYear, subject), schoolSourcedId: orgId(schoolId), subjects: subject },
      termSourcedIds: termsOf(all).map((term) => termId(schoolYear, term)).join(','), // prettier-ignore
    }
  })
  return [...homerooms, ...lessons]
}

/** Who teaches: only who stands among the users. The one teacher of a lesson is its first; of several none is known to be. */
export function enrollmentsOf(year: RosterYear): Row[] {
  const { schoolYear, teachers } = year
  const known = new Set(teachers.map(({ teacherId }) => teacherId))
  return [...lessonsOf(year)].flatMap(([classSourcedId, all]) => {
    const byTeacher = grouped(all, ({ teacherId }) => teacherId)
    const primary = String(byTeacher.size === 1)
    return [...byTeacher]
      .filter(([teacherId]) => known.has(teacherId))
      .map(([teacherId, own]) => {
        const days = termsOf(own).map((term) => termDays(schoolYear, term))
        return {
          ...{ sourcedId: `${classSourcedId}-${teacherId}`, classSourcedId, schoolSourcedId: orgId(all[0]!.schoolId) },
          ...{ userSourcedId: teacherId, role: 'teacher', primary },
          ...{ beginDate: days[0]!.fromDay, endDate: days.at(-1)!.untilDay },
        }
      })
  })
}

const lessonsOf = ({ schoolYear, taught }: RosterYear) => grouped(taught, (one) => lessonId(schoolYear, one))

const termsOf = (taught: readonly RosterTaught[]): Term[] =>
  terms.filter((term) => taught.some((one) => one.term === term))
