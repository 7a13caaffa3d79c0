import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { CourseState } from './entry.contract.ts'
import type { EntryKey } from './entry.sql.ts'
import type { PathStep } from './path.contract.ts'
import type { PathContent } from './path.rules.ts'
import type { Shown } from './visible.rules.ts'

/** A path as it is on file: what is being written in its own columns, what was admitted last in `shown`. */
export interface PathRow extends EntryKey, PathContent {
  clusterId: number
  schoolId: number
  state: CourseState
  published: number
  shown: PathContent | null
  admittedOn: string | null
  withdrawnAt: Date | null
  revision: number
  createdBy: string
  steps: PathStep[]
}

const rows = (where: RawBuilder<unknown>) => sql<PathRow>`
    select p.district_id, p.id, p.cluster_id, p.school_id, p.name, p.theme, p.aims, p.byline, p.state, p.published,
      p.shown, p.admitted_on, p.withdrawn_at, p.revision, p.created_by,
      coalesce((select jsonb_agg(jsonb_build_object('step', s.step, 'courseId', s.entry_id, 'gives', s.gives)
        order by array_position(array['学前', '小学', '初中', '高中', '长者'], s.step))
        from courses.path_step s where s.district_id = p.district_id and s.path_id = p.id), '[]') as steps
    from courses.path p
    where ${where}
    order by p.admitted_on, p.created_at, p.id`

export const findPath = async (db: Db, districtIds: readonly number[], id: string): Promise<PathRow | undefined> =>
  (await rows(sql`p.district_id = any (${districtIds}::int[]) and p.id = ${id}::uuid`).execute(db)).rows[0]

/** The paths of a cluster, those that were admitted first. */
export const listPaths = async (
  db: Db,
  { districtId, clusterId }: { districtId: number; clusterId: number },
): Promise<PathRow[]> =>
  (await rows(sql`p.district_id = ${districtId} and p.cluster_id = ${clusterId}`).execute(db)).rows

/** Held until the transaction is over. */
export async function lockPath(db: Db, { districtId, id }: EntryKey): Promise<void> {
  await sql`select id from courses.path where district_id = ${districtId} and id = ${id}::uuid for update`.execute(db)
}

export type NewPath = Omit<PathContent, 'steps'> & EntryKey & Pick<PathRow, 'clusterId' | 'schoolId' | 'createdBy'>

/** False where another path of the cluster has the name. */
export async function insertPath(db: Db, path: NewPath, at: Date): Promise<boolean> {
  const row = await db
    .insertInto('courses.path')
    .values({ ...path, createdAt: at, changedAt: at })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function hasPathName(
  db: Db,
  { districtId, id, clusterId }: Pick<PathRow, 'districtId' | 'id' | 'clusterId'>,
  name: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('courses.path')
    .select('id')
    .where('districtId', '=', districtId)
    .where('clusterId', '=', clusterId)
    .where('name', '=', name)
    .where('id', '<>', id)
    .executeTakeFirst()
  return row !== undefined
}

export type PathChange = Partial<
  Omit<PathContent, 'steps'> & Pick<PathRow, 'state' | 'published' | 'shown' | 'admittedOn' | 'withdrawnAt'>
>

/** Writes what is given, where the path still is as the writer saw it; the new revision, or undefined. */
export async function updatePath(
  db: Db,
  { districtId, id, revision }: EntryKey & { revision: number },
  { shown, ...change }: PathChange,
  at: Date,
): Promise<number | undefined> {
  const row = await db
    .updateTable('courses.path')
    .set({ ...change, ...(shown && { shown: JSON.stringify(shown) }), changedAt: at, revision: revision + 1 })
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returning('revision')
    .executeTakeFirst()
  return row?.revision
}

export async function deleteSteps(db: Db, { districtId, id }: EntryKey): Promise<void> {
  await db.deleteFrom('courses.pathStep').where('districtId', '=', districtId).where('pathId', '=', id).execute()
}

export async function insertSteps(db: Db, { districtId, id }: EntryKey, steps: readonly PathStep[]): Promise<void> {
  const all = steps.map(({ courseId, ...step }) => ({ ...step, entryId: courseId, districtId, pathId: id }))
  await db.insertInto('courses.pathStep').values(all).execute()
}

export async function deletePath(db: Db, { districtId, id }: EntryKey): Promise<void> {
  await db.deleteFrom('courses.path').where('districtId', '=', districtId).where('id', '=', id).execute()
}

/** A course as a step shows it, with what says who sees it. */
export interface StepCourse extends Shown {
  id: string
  name: string
  school: string
}

/** Courses by their ids, by the name of their last version. */
export async function listStepCourses(db: Db, districtId: number, ids: readonly string[]): Promise<StepCourse[]> {
  const { rows: found } = await sql<StepCourse>`
    select e.id, coalesce(v.name, e.name) as name, u.name as school, e.district_id, e.cluster_id, e.school_id,
      e.partner_school_ids, e.audience, e.state, e.published, e.withdrawn_at
    from courses.entry e
    join organizations.unit u on u.id = e.school_id
    left join courses.version v on v.district_id = e.district_id and v.entry_id = e.id and v.number = e.published
    where e.district_id = ${districtId} and e.id = any (${ids}::uuid[])`.execute(db)
  return found
}

export interface ChoiceRow {
  id: string
  name: string
  school: string
  stages: string[]
}

/** The courses of a cluster that can stand on a step: published, for the whole cluster, and nobody's copy. */
export async function listChoices(
  db: Db,
  { districtId, clusterId }: { districtId: number; clusterId: number },
): Promise<ChoiceRow[]> {
  const { rows: found } = await sql<ChoiceRow>`
    select e.id, v.name, u.name as school, e.stages
    from courses.entry e
    join organizations.unit u on u.id = e.school_id
    join courses.version v on v.district_id = e.district_id and v.entry_id = e.id and v.number = e.published
    where e.district_id = ${districtId} and e.cluster_id = ${clusterId} and e.withdrawn_at is null and e.audience <> '本校'
      and e.origin_id is null
    order by u.pinyin, v.name, e.id limit 1000`.execute(db)
  return found
}

/** Of these courses, those that stand on a path that is admitted are 长程, the others are not; those that became otherwise. */
export async function markLong(db: Db, districtId: number, ids: readonly string[]): Promise<EntryKey[]> {
  const { rows: changed } = await sql<EntryKey>`
    update courses.entry e
    set kinds = case when '长程' = any (e.kinds) then array_remove(e.kinds, '长程') else e.kinds || '{长程}'::text[] end
    where e.district_id = ${districtId} and e.id = any (${ids}::uuid[]) and e.published > 0
      and ('长程' = any (e.kinds)) <> ${isOnPath(sql`e.district_id`, sql`e.id`)}
    returning e.district_id, e.id`.execute(db)
  return changed
}

/** Whether a path that is admitted has the course. */
const isOnPath = (districtId: RawBuilder<unknown>, id: RawBuilder<unknown>) => sql<boolean>`exists (
  select from courses.path p where p.district_id = ${districtId} and p.published > 0 and p.withdrawn_at is null
    and jsonb_path_exists(p.shown, '$.steps[*] ? (@.courseId == $id)', jsonb_build_object('id', ${id}::text)))`

/** The paths that are admitted and have the course. */
export async function listPathsOf(db: Db, { districtId, id }: EntryKey): Promise<PathRow[]> {
  const { rows: found } = await rows(sql`p.district_id = ${districtId} and p.published > 0 and p.withdrawn_at is null
    and jsonb_path_exists(p.shown, '$.steps[*] ? (@.courseId == $id)', jsonb_build_object('id', ${id}::text))`).execute(
    db,
  )
  return found
}
