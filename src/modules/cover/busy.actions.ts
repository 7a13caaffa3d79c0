import type { Db } from '#platform/database/database.ts'
import { fallsInWeek, weekdayOf } from '#shared/week.ts'
import { momentOf } from '#shared/day.ts'
import { listUnitNames } from '#modules/organizations/index.ts'
import { listLessonsOfTeacher } from './day.sql.ts'
import { readBells } from './free.actions.ts'

/** A lesson of a teacher's week on one day, with where it is. */
export interface BusyLesson {
  placeId: number
  schoolId: number
  /** 春申中学第3节数学 */
  words: string
  fromAt: Date
  untilAt: Date
}

/** The lessons that a teacher has by the timetables and posts on file on some days. To be asked as the owner. */
export async function listBusyLessons(
  db: Db,
  teacher: { districtId: number; teacherId: string },
  days: readonly string[],
): Promise<BusyLesson[]> {
  const [first] = days
  if (first === undefined) return []
  const found = await listLessonsOfTeacher(db, teacher, [first, days.at(-1)!])
  const schoolIds = [...new Set(found.map(({ schoolId }) => schoolId))]
  const bells = await readBells(db, teacher.districtId, schoolIds)
  const names = new Map((await listUnitNames(db, schoolIds)).map(({ id, name }) => [id, name]))
  return found.flatMap((lesson) => {
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
}
