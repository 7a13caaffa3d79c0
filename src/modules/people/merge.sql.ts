import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { MovedFact } from '#platform/teacher-facts.ts'
import type { TeacherRow } from './teacher.rules.ts'

/** Where a row of the register came from: the import, its line, and the import that a person has changed it since. */
export interface Origin {
  schoolYear: number
  importId: string | null
  editedImportId: string | null
  sourceRow: number | null
}

/** What a merge moved, for taking it back. */
export interface Trace {
  /** Years of the one that were given to the other. */
  years: readonly number[]
  /** Rows of years that both had: the kept one's stand, these were taken away. */
  dropped: readonly TeacherRow[]
  /** Which import had brought each of those, where one had; none of merges from before that was written down. */
  origins?: readonly Origin[]
  exemptions: readonly string[]
  /** Years whose frozen row went along. */
  frozen: readonly number[]
  /** By the source of the facts. */
  facts: Readonly<Record<string, readonly MovedFact[]>>
}

export interface Merge {
  districtId: number
  id: string
  keptTeacherId: string
  goneTeacherId: string
  keptSchoolId: number
  goneSchoolId: number
  goneName: string
  trace: Trace
  mergedAt: Date
  mergedBy: string
  undoneAt: Date | null
}

const columns = sql`m.district_id, m.id, m.kept_teacher_id, m.gone_teacher_id, m.kept_school_id, m.gone_school_id,
  m.gone_name, m.trace, m.merged_at, m.merged_by, m.undone_at`

/** The merge in force that an entry went away by. */
export async function findMergeOf(
  db: Db,
  districtIds: readonly number[],
  goneTeacherId: string,
): Promise<Merge | undefined> {
  const { rows } = await sql<Merge>`
    select ${columns} from people.teacher_merge m
    where m.district_id = any (${districtIds}::int[]) and m.gone_teacher_id = ${goneTeacherId} and m.undone_at is null`.execute(
    db,
  )
  return rows[0]
}

export async function findMerge(db: Db, districtIds: readonly number[], id: string): Promise<Merge | undefined> {
  const { rows } = await sql<Merge>`
    select ${columns} from people.teacher_merge m
    where m.district_id = any (${districtIds}::int[]) and m.id = ${id}`.execute(db)
  return rows[0]
}

/** The merges in force of these schools' teachers, the latest first. */
export async function listMerges(
  db: Db,
  schools: readonly { districtId: number; schoolId: number }[],
): Promise<Merge[]> {
  const ids = schools.map(({ schoolId }) => schoolId)
  const { rows } = await sql<Merge>`
    select ${columns} from people.teacher_merge m
    where m.district_id = any (${[...new Set(schools.map(({ districtId }) => districtId))]}::int[])
      and m.kept_school_id = any (${ids}::int[]) and m.gone_school_id = any (${ids}::int[]) and m.undone_at is null
    order by m.merged_at desc limit 50`.execute(db)
  return rows
}

export type NewMerge = Omit<Merge, 'undoneAt'> & { staffNos: readonly string[] }

export async function insertMerge(db: Db, { trace, staffNos, ...merge }: NewMerge): Promise<void> {
  await db
    .insertInto('people.teacherMerge')
    .values({ ...merge, staffNos: [...staffNos], trace: JSON.stringify(trace) })
    .execute()
}

export async function markUndone(
  db: Db,
  { districtId, id }: Pick<Merge, 'districtId' | 'id'>,
  undone: { undoneAt: Date; undoneBy: string },
): Promise<void> {
  await db
    .updateTable('people.teacherMerge')
    .set(undone)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

/** Remembers that two are not one person; asking again changes nothing. */
export async function insertDistinct(
  db: Db,
  row: {
    districtId: number
    oneTeacherId: string
    otherTeacherId: string
    oneSchoolId: number
    otherSchoolId: number
    saidAt: Date
    saidBy: string
  },
): Promise<void> {
  await db
    .insertInto('people.teacherDistinct')
    .values(row)
    .onConflict((same) => same.doNothing())
    .execute()
}
