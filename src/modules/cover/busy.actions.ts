import type { Db } from '#platform/database/database.ts'
import { fallsInWeek, weekdayOf } from '#shared/week.ts'
import { momentOf } from '#shared/day.ts'
import { listUnitNames } from '#modules/organizations/index.ts'
import { listLessonsOfTeacher, listTakenBy } from './day.sql.ts'
import { readBells } from './free.actions.ts'

/** A lesson of a teacher on one day, with where it is. */
export interface BusyLesson {
  placeId: number
  schoolId: number
  /** 春申中学第3节数学 */
  words: string
  fromAt: Date
  untilAt: Date
}

/** The lessons that a teacher has on some days: by the timetables and posts on file, and taken over. To be asked as the owner. */
export async function listBusyLessons(
  db: Db,
  teacher: { districtId: number; teacherId: string },
  days: readonly string[],
): Promise<BusyLesson[]> {
  const [first] = days
  if (first === undefined) return []
  const span = [first, days.at(-1)!] as const
  const found = await listLessonsOfTeacher(db, teacher, span)
  const taken = (await listTakenBy(db, teacher, span)).filter(({ day }) => days.includes(day))
  const schoolIds = [...new Set([...found, ...taken].map(({ schoolId }) => schoolId))]
  const bells = await readBells(db, teacher.districtId, schoolIds)
  const names = new Map((await listUnitNames(db, schoolIds)).map(({ id, name }) => [id, name]))
  const covers = taken.map(({ schoolId, campusId, day, period, subject, fromTime, untilTime }) => ({
    ...{ placeId: campusId ?? schoolId, schoolId, words: `${names.get(schoolId) ?? ''}第${period}节代${subject}` },
    ...{ fromAt: momentOf(day, fromTime), untilAt: momentOf(day, untilTime) },
  }))
  const weekly = found.flatMap((lesson) => {
    const bell = bells.get(lesson.schoolId)?.find(({ period }) => period === lesson.period)
    if (!bell) return []
    const { weeks, weekOne, weekday, fromDay, untilDay, schoolId, campusId, period, subject } = lesson
    const words = `${names.get(schoolId) ?? ''}第${period}节${subject}`
    return days
      .filter((day) => day >= fromDay && day <= untilDay && weekdayOf(day) === weekday)
      .filter((day) => fallsInWeek(weeks, day, weekOne))
      .map((day) => ({
        ...{ placeId: campusId ?? schoolId, schoolId, words },
        ...{ fromAt: momentOf(day, bell.fromTime), untilAt: momentOf(day, bell.untilTime) },
      }))
  })
  return [...weekly, ...covers]
}
