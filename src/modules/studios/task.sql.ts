import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { StudioKey } from './studio.sql.ts'
import type { ProofKind } from './task.rules.ts'

export interface TaskRow {
  id: string
  schoolYear: number
  what: string
  dueOn: string
  doneOn: string | null
  proofKind: ProofKind | null
  proofTitle: string | null
  proofAddress: string | null
  fileId: string | null
}

export const listTasks = (db: Db, { districtId, id }: StudioKey, year: number): Promise<TaskRow[]> =>
  db
    .selectFrom('studios.task')
    .select(['id', 'schoolYear', 'what', 'dueOn', 'doneOn', 'proofKind', 'proofTitle', 'proofAddress', 'fileId'])
    .where('districtId', '=', districtId)
    .where('studioId', '=', id)
    .where('schoolYear', '=', year)
    .orderBy('dueOn')
    .orderBy('id')
    .execute()

export const findTask = (db: Db, { districtId, id }: StudioKey, taskId: string): Promise<TaskRow | undefined> =>
  db
    .selectFrom('studios.task')
    .select(['id', 'schoolYear', 'what', 'dueOn', 'doneOn', 'proofKind', 'proofTitle', 'proofAddress', 'fileId'])
    .where('districtId', '=', districtId)
    .where('studioId', '=', id)
    .where('id', '=', taskId)
    .executeTakeFirst()

export async function insertTask(
  db: Db,
  { districtId, id: studioId }: StudioKey,
  task: Pick<TaskRow, 'id' | 'schoolYear' | 'what' | 'dueOn'>,
): Promise<void> {
  await db
    .insertInto('studios.task')
    .values({ ...task, districtId, studioId })
    .execute()
}

export interface Proof {
  proofKind: ProofKind
  proofTitle: string
  proofAddress: string | null
  fileId: string | null
}

/** False where somebody else said before that it is done. */
export async function markDone(
  db: Db,
  { districtId }: StudioKey,
  id: string,
  done: Proof & { doneOn: string; doneBy: string },
): Promise<boolean> {
  const rows = await db
    .updateTable('studios.task')
    .set(done)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .where('doneOn', 'is', null)
    .returning('id')
    .execute()
  return rows.length > 0
}

export async function deleteTask(db: Db, { districtId }: StudioKey, id: string): Promise<void> {
  await db.deleteFrom('studios.task').where('districtId', '=', districtId).where('id', '=', id).execute()
}

/** What an activity, a course or a training course is called, as far as the reader may see it. */
export async function findTitle(
  db: Db,
  districtIds: readonly number[],
  { kind, id }: { kind: ProofKind; id: string },
): Promise<string | undefined> {
  const from = {
    教研活动: sql`select theme as title, district_id, id from teaching_research.event`,
    课程: sql`select name as title, district_id, id from courses.entry`,
    研修课程: sql`select title, district_id, id from training.course`,
  }[kind as string]
  if (!from) return undefined
  const { rows } = await sql<{ title: string }>`
    select p.title from (${from}) p where p.district_id = any (${districtIds}::int[]) and p.id = ${id}::uuid`.execute(
    db,
  )
  return rows[0]?.title
}

export interface OpenTask {
  id: string
  studioId: string
  studio: string
  clusterId: number
  schoolYear: number
  what: string
  dueOn: string
}

/** What is not done yet and due by a day, of these studios. */
export async function listDue(
  db: Db,
  districtIds: readonly number[],
  studioIds: readonly string[],
  by: string,
): Promise<OpenTask[]> {
  const { rows } = await sql<OpenTask>`
    select k.id, k.studio_id, s.name as studio, s.cluster_id, k.school_year, k.what, k.due_on
    from studios.task k join studios.studio s on s.district_id = k.district_id and s.id = k.studio_id
    where k.district_id = any (${districtIds}::int[]) and k.studio_id = any (${studioIds}::uuid[])
      and k.done_on is null and k.due_on <= ${by}::date
    order by k.due_on, k.id limit 100`.execute(db)
  return rows
}
