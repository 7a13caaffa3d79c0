import type { Db } from './database/database.ts'

/** A time at which a teacher has to be somewhere. */
export interface TeacherTime {
  teacherId: string
  fromAt: Date
  untilAt: Date
  /** The campus where that is known, or the school. */
  placeId: number
  schoolId: number
  /** 春申小学《剪纸》 */
  words: string
}

/**
 * Where these teachers have to be between two instants, beside the lessons of timetables. Asked as the owner, under the lock
 * of a teacher where something is to be promised for them.
 */
export type TeacherTimes = (
  db: Db,
  districtId: number,
  teacherIds: readonly string[],
  span: readonly [Date, Date],
) => Promise<readonly TeacherTime[]>
