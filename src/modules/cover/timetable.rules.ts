import { grouped } from '#shared/group.ts'
import type { Finding, WrittenLesson } from './lesson-words.rules.ts'
import { rhythmsMeet, weekdayName, type Weeks } from '#shared/week.ts'

/** A teacher of the school's register, as a timetable may name one. */
export interface KnownTeacher {
  teacherId: string
  staffNo: string
  name: string
}

export interface KnownCampus {
  id: number
  name: string
}

/** A lesson with whose it is, ready to be kept. */
export interface ResolvedLesson {
  at: string
  teacherId: string
  teacherName: string
  className: string
  subject: string
  weekday: number
  period: number
  weeks: Weeks
  campusId: number | null
}

interface Known {
  teachers: readonly KnownTeacher[]
  campuses: readonly KnownCampus[]
  school: string
}

/** Whose each lesson is, and where; what names nobody or several is a fault at its place. */
export function resolveLessons(
  written: readonly WrittenLesson[],
  known: Known,
): { lessons: ResolvedLesson[]; faults: Finding[] } {
  const lessons: ResolvedLesson[] = []
  const faults: Finding[] = []
  const byNumber = new Map(known.teachers.map((teacher) => [teacher.staffNo, teacher]))
  const byName = grouped(known.teachers, ({ name }) => name)
  for (const { staffNo, teacherName, teacherAt, campus, ...lesson } of written) {
    const teacher = teacherOf({ staffNo, teacherName }, { byNumber, byName, school: known.school })
    const at = campus === null ? null : (known.campuses.find(({ name }) => name === campus) ?? 'unknown')
    if ('message' in teacher) faults.push({ at: teacherAt ?? lesson.at, message: teacher.message })
    if (at === 'unknown') faults.push({ at: lesson.at, message: unknownCampus(campus!, known) })
    if (!('message' in teacher) && at !== 'unknown')
      lessons.push({ ...lesson, teacherId: teacher.teacherId, teacherName: teacher.name, campusId: at?.id ?? null })
  }
  return { lessons, faults }
}

const unknownCampus = (campus: string, { campuses, school }: Known) =>
  campuses.length === 0
    ? `${school}没有登记校区，校区“${campus}”请留空。`
    : `校区“${campus}”没有登记，应是${campuses.map(({ name }) => `“${name}”`).join('、')}之一。`

interface Index {
  byNumber: ReadonlyMap<string, KnownTeacher>
  byName: ReadonlyMap<string, KnownTeacher[]>
  school: string
}

function teacherOf(
  { staffNo, teacherName }: Pick<WrittenLesson, 'staffNo' | 'teacherName'>,
  { byNumber, byName, school }: Index,
): KnownTeacher | { message: string } {
  if (staffNo) {
    const teacher = [staffNo, `0${staffNo}`, `00${staffNo}`].map((one) => byNumber.get(one)).find(Boolean)
    if (!teacher) return { message: `工号“${staffNo}”不在${school}的教师名册中，请核对。` }
    if (teacherName && teacher.name !== teacherName)
      return { message: `工号“${staffNo}”在名册中是“${teacher.name}”，这里写的是“${teacherName}”，请核对。` }
    return teacher
  }
  const [one, ...others] = byName.get(teacherName ?? '') ?? []
  if (!one) return { message: `教师“${teacherName}”不在${school}的教师名册中，请核对姓名或填写工号。` }
  if (others.length > 0)
    return { message: `本校有 ${others.length + 1} 位“${teacherName}”，请填写工号，说明是哪一位。` }
  return one
}

/** Who or which class would be in two places at once: each named once, at the later place. */
export function clashesIn(lessons: readonly ResolvedLesson[]): Finding[] {
  const faults: Finding[] = []
  const timeOf = ({ weekday, period }: ResolvedLesson) => `${weekday}-${period}`
  for (const [who, own] of [
    ['teacher', grouped(lessons, (one) => `${timeOf(one)}-${one.teacherId}`)],
    ['class', grouped(lessons, (one) => `${timeOf(one)}-${one.className}`)],
  ] as const)
    for (const together of own.values()) {
      const clash = firstClash(together)
      if (clash) faults.push(clashOf(who, clash))
    }
  return faults
}

type Pair = readonly [ResolvedLesson, ResolvedLesson]

function firstClash(together: readonly ResolvedLesson[]): Pair | undefined {
  for (const [at, one] of together.entries()) {
    const other = together.slice(0, at).find((before) => rhythmsMeet(before.weeks, one.weeks))
    if (other) return [other, one]
  }
  return undefined
}

function clashOf(who: 'teacher' | 'class', [one, other]: Pair): Finding {
  const time = `${weekdayName(one.weekday)}第${one.period}节`
  const twice = one.teacherId === other.teacherId && one.className === other.className && one.subject === other.subject
  if (twice) return { at: other.at, message: `${other.className}${time}的${other.subject}写了两次（另一处在 ${one.at}），请删去一处。` } // prettier-ignore
  return {
    at: other.at,
    message:
      who === 'teacher'
        ? `${one.teacherName}${time}同时在${one.className}（${one.at}）和${other.className}，请改正其中一处。`
        : `${one.className}${time}同时有${one.subject}（${one.at}）和${other.subject}两节课，请改正其中一处。`,
  }
}
