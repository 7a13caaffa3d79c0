import type { RawBuilder } from 'kysely'
import type { MeasureScope } from './measure.ts'

/** What schools give to one another, of one kind: teachers, courses, rooms. */
export interface Flow {
  /** 'mobility.rotations' */
  name: string
  /** 交流轮岗教师 */
  title: string
  /** 人 */
  unit: string
  /**
   * One SELECT of from_school_id, to_school_id, school_year and weight, for giving or taking schools of the scope.
   * No person in it: sums only, one row for each pair and year.
   */
  select(scope: MeasureScope): RawBuilder<unknown>
}
