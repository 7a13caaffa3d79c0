import type { Context } from './context.ts'
import type { Db } from './database/database.ts'

/** A teacher: ids are told apart within a district. */
export interface TeacherKey {
  districtId: number
  teacherId: string
}

/** One thing that a module has on file about a teacher, as the teacher's page tells it. */
export interface TeacherFact {
  schoolYear: number
  /** The day it is about, 'YYYY-MM-DD'; null where only the year is known. */
  day: string | null
  /** In a few words, without the teacher's name: 定期交流，春申中学 → 春申小学（已生效）. No other person is named. */
  words: string
}

/** A way from the teacher's page to more. */
export interface TeacherPage {
  /** 交流经历和服务证明 */
  words: string
  /** '/teachers/…/service' */
  to: string
}

/** A fact that was given to another teacher, and whose figures that touches. */
export interface MovedFact {
  /** The fact's own id and, where a fact has several teachers, which of them: '…|mentor'. */
  id: string
  schoolId: number
  schoolYear: number
}

/** Facts about teachers in one module. They follow the teacher when two entries turn out to be one person. */
export interface TeacherFacts {
  /** 'mobility.rotations', also the source under which figures are counted from them. */
  name: string
  /** 交流轮岗 */
  title: string
  /** What the reader may see of it, behind the reader's wall. */
  list(ctx: Context, teacher: TeacherKey): Promise<readonly TeacherFact[]>
  /** The page on which all of it stands, where the reader may open it. */
  page?(ctx: Context, teacher: TeacherKey): Promise<TeacherPage | undefined>
  /** Gives one teacher's facts to another, but for those that the other has just so already; returns what was moved. */
  move(db: Db, from: TeacherKey, to: TeacherKey): Promise<readonly MovedFact[]>
  /** Gives facts back that were moved before: `ids` as `move` returned them. */
  moveBack(db: Db, ids: readonly string[], from: TeacherKey, to: TeacherKey): Promise<void>
  /** The schools under which facts of these teachers count, where whether they count hangs on the register of that year. */
  countedAt?(
    db: Db,
    teachers: readonly (TeacherKey & { schoolYear: number })[],
  ): Promise<readonly { districtId: number; schoolId: number; schoolYear: number }[]>
}
