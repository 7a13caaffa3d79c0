import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { ProjectKey } from './project.sql.ts'

export interface MilestoneRow {
  projectId: string
  id: string
  title: string
  dueOn: string
  doneOn: string | null
  words: string
  address: string | null
  fileId: string | null
}

/** The steps of projects of one district, by their days. */
export async function listMilestones(
  db: Db,
  districtId: number,
  projectIds: readonly string[],
): Promise<MilestoneRow[]> {
  const { rows } = await sql<MilestoneRow>`
    select k.project_id, k.id, k.title, k.due_on, k.done_on, k.words, k.address, k.file_id from projects.milestone k
    where k.district_id = ${districtId} and k.project_id = any (${projectIds}::uuid[])
    order by k.due_on, k.id`.execute(db)
  return rows
}

export async function insertMilestones(
  db: Db,
  { districtId, id: projectId }: ProjectKey,
  steps: readonly { id: string; title: string; dueOn: string; setAt: Date }[],
): Promise<void> {
  await db
    .insertInto('projects.milestone')
    .values(steps.map((step) => ({ ...step, districtId, projectId })))
    .execute()
}

type Change =
  | { title: string; dueOn: string; setAt: Date }
  | { doneOn: string; doneBy: string; words: string; address: string | null; fileId: string | null }

/** False where somebody else said before that it is reached. */
export async function updateMilestone(
  db: Db,
  { districtId }: ProjectKey,
  id: string,
  change: Change,
): Promise<boolean> {
  const rows = await db
    .updateTable('projects.milestone')
    .set(change)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .where('doneOn', 'is', null)
    .returning('id')
    .execute()
  return rows.length > 0
}

/** False where it was reached in the meantime: that stays on file. */
export async function deleteMilestone(db: Db, { districtId }: ProjectKey, id: string): Promise<boolean> {
  const rows = await db
    .deleteFrom('projects.milestone')
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .where('doneOn', 'is', null)
    .returning('id')
    .execute()
  return rows.length > 0
}
