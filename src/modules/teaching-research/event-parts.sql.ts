import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { linkKinds } from './event.contract.ts'
import type { EventKey } from './event.sql.ts'

export interface LinkRow {
  id: string
  kind: (typeof linkKinds)[number]
  title: string
  address: string
  words: string
  fileId: string | null
}

export async function listLinks(db: Db, { districtId, id }: EventKey): Promise<LinkRow[]> {
  return db
    .selectFrom('teachingResearch.eventLink')
    .select(['id', 'kind', 'title', 'address', 'words', 'fileId'])
    .where('districtId', '=', districtId)
    .where('eventId', '=', id)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}

export async function insertLink(
  db: Db,
  { districtId, id: eventId }: EventKey,
  link: LinkRow & { addedAt: Date; addedBy: string },
): Promise<void> {
  await db
    .insertInto('teachingResearch.eventLink')
    .values({ ...link, districtId, eventId })
    .execute()
}

/** What was taken away; undefined where somebody else did so before. */
export async function deleteLink(
  db: Db,
  { districtId, id: eventId }: EventKey,
  id: string,
): Promise<Pick<LinkRow, 'fileId'> | undefined> {
  return db
    .deleteFrom('teachingResearch.eventLink')
    .where('districtId', '=', districtId)
    .where('eventId', '=', eventId)
    .where('id', '=', id)
    .returning('fileId')
    .executeTakeFirst()
}

export interface TaskRow {
  what: string
  districtId: number
  schoolId: number
  school: string
  name: string
  dueOn: string
}

/** What was agreed, each with who does it as the latest register names them. */
export async function listTasks(db: Db, { districtId, id }: EventKey): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select k.what, k.teacher_district_id as district_id, k.school_id, s.name as school, coalesce(t.name, '') as name, k.due_on
    from teaching_research.event_task k
    join organizations.unit s on s.id = k.school_id
    left join lateral (select t.name from people.teacher_year t where t.district_id = k.teacher_district_id
      and t.teacher_id = k.teacher_id order by t.school_year desc limit 1) t on true
    where k.district_id = ${districtId} and k.event_id = ${id}::uuid order by k.due_on, k.id`.execute(db)
  return rows
}

export async function deleteTasks(db: Db, { districtId, id }: EventKey): Promise<void> {
  await db
    .deleteFrom('teachingResearch.eventTask')
    .where('districtId', '=', districtId)
    .where('eventId', '=', id)
    .execute()
}

export async function insertTasks(
  db: Db,
  { districtId, id: eventId }: EventKey,
  tasks: readonly { id: string; what: string; teacherDistrictId: number; teacherId: string; schoolId: number; dueOn: string }[], // prettier-ignore
): Promise<void> {
  if (tasks.length === 0) return
  await db
    .insertInto('teachingResearch.eventTask')
    .values(tasks.map((task) => ({ ...task, districtId, eventId })))
    .execute()
}
