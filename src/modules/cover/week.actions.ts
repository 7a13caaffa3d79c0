import type { Db } from '#platform/database/database.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import type { Bell } from '#shared/bells.ts'
import { listLessonsOfTeacher, type DayLesson } from './day.sql.ts'
import { readBells } from './free.actions.ts'
import { isHoliday } from '#platform/holidays.ts'
import { daysBetween, fallsInWeek, weekdayOf } from '#shared/week.ts'

export interface DatedLesson extends DayLesson {
  day: string
  fromTime: string
  untilTime: string
}

/**
 * What a teacher has to give between two days, lesson by lesson, where the times are known. Holidays in between are left
 * out; who names one day means that day.
 */
export async function readDatedLessons(
  db: Db,
  teacher: TeacherKey,
  [fromDay, untilDay]: readonly [string, string],
): Promise<DatedLesson[]> {
  const weekly = await listLessonsOfTeacher(db, teacher, [fromDay, untilDay])
  const bells = await readBells(db, teacher.districtId, [...new Set(weekly.map(({ schoolId }) => schoolId))])
  const days = daysBetween(fromDay, untilDay).filter((day) => fromDay === untilDay || !isHoliday(day))
  const dated = days.flatMap((day) =>
    weekly
      .filter((one) => one.fromDay <= day && day <= one.untilDay && isOn(one, day))
      .flatMap((one) => withTimes(one, day, bells)),
  )
  return dated.sort((a, b) => (a.day + a.fromTime < b.day + b.fromTime ? -1 : 1))
}

export const isOn = ({ weekday, weeks, weekOne }: Pick<DayLesson, 'weekday' | 'weeks' | 'weekOne'>, day: string) =>
  weekday === weekdayOf(day) && fallsInWeek(weeks, day, weekOne)

function withTimes(lesson: DayLesson, day: string, bells: ReadonlyMap<number, readonly Bell[]>): DatedLesson[] {
  const bell = bells.get(lesson.schoolId)?.find(({ period }) => period === lesson.period)
  return bell ? [{ ...lesson, day, fromTime: bell.fromTime, untilTime: bell.untilTime }] : []
}
