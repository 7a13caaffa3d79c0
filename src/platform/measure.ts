import { sql, type RawBuilder } from 'kysely'

/** For which schools and school years a measure is asked. Every SELECT of a measure carries all three. */
export interface MeasureScope {
  districtIds: readonly number[]
  schoolIds: readonly number[]
  schoolYears: readonly number[]
}

/** One candidate of a measure with its verdict: the row that a figure opens to. */
export interface Candidate {
  districtId: number
  /** The school whose figure it is. */
  schoolId: number
  schoolYear: number
  /** The fact's own id: tells the rows apart. */
  factId: string
  /** Whom or what it is about: of a person the teacher's id, which opens the teacher's page. */
  subjectId: string
  /** The person's or thing's name; persons are masked on the way out for those who may not see names. */
  subject: string
  /** What the list is sorted by when sorted by subject: the pinyin where there is one. */
  subjectOrder: string
  /** '' or the part of the figure it belongs to (市骨干); of a measure folded by distinct parts: what is told apart. */
  part: string
  weight: number
  counted: boolean
  /** Why it was not counted; '' where it was. */
  reason: string
  /** What the list shows beside the subject, by the keys of `columns`. */
  cells: Record<string, string | number | null>
}

/** A column of the list; its cell stands in `cells` under `key`. */
export interface MeasureColumn {
  key: string
  title: string
  /** 'day': a day as 'YYYY-MM-DD'. Text otherwise. */
  kind?: 'number' | 'day'
  /** A person's name or staff number, or on what a verdict about them rests: masked for those who may not see names. */
  personal?: 'name' | 'number' | 'ground'
  /** Key of the cell with the id of the school whose person it is, where that is not the row's own school. */
  schoolKey?: string
}

/**
 * A measure: one SELECT of all its candidates, each with its verdict. Its value is the weighted count of `counted`;
 * its list is the drill-down. The SELECT returns the columns of Candidate in snake_case (district_id, school_id,
 * school_year, fact_id text, subject_id text, subject, subject_order, part, weight, counted, reason, cells jsonb).
 */
export interface Measure {
  /** 'mobility.rotated' */
  name: string
  /** 交流轮岗教师 */
  title: string
  /** What one more of it is counted in: 人. */
  unit: string
  /** How it is counted, in words that stand on the figure page. */
  rule: string
  /** The kind of fact it is counted from; a write notes it stale under this name. */
  source: string
  /** Other sources on which its verdicts depend (the register, for rotations). */
  alsoFrom?: readonly string[]
  /** Sum the weights; or count the distinct parts (unions), which does not add up over schools. */
  fold: 'sum' | 'distinct-parts'
  /** Whether `subject` is a person's name. */
  aboutPersons: boolean
  /** What `subject` is: 教师, 课程名称. */
  subjectTitle: string
  columns: readonly MeasureColumn[]
  select(scope: MeasureScope): RawBuilder<unknown>
}

/** The predicate that every SELECT of a measure carries, for the table that has district, school and year of the row. */
export function inScope(table: string, { districtIds, schoolIds, schoolYears }: MeasureScope): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(`${table}.district_id`)} = any (${districtIds}::int[])
    and ${sql.ref(`${table}.school_id`)} = any (${schoolIds}::int[])
    and ${sql.ref(`${table}.school_year`)} = any (${schoolYears}::smallint[])`
}
