import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { endings, levels } from './project.contract.ts'

export interface ClusterKey {
  districtId: number
  clusterId: number
}

export interface ProjectKey {
  districtId: number
  id: string
}

export interface ProjectRow extends ClusterKey {
  id: string
  title: string
  level: (typeof levels)[number]
  number: string
  about: string
  headDistrictId: number
  headId: string
  headName: string
  schoolId: number
  school: string
  from: string
  until: string
  endedOn: string | null
  endedAs: (typeof endings)[number] | null
  endedWhy: string | null
}

const read = async (db: Db, where: RawBuilder<unknown>): Promise<ProjectRow[]> => {
  const { rows } = await sql<ProjectRow>`
    select p.district_id, p.id, p.cluster_id, p.title, p.level, p.number, p.about, p.head_district_id, p.head_id,
      coalesce(t.name, '') as head_name, p.school_id, n.name as school, p.from_day as "from", p.until_day as until,
      p.closed_on as ended_on, p.closed_as as ended_as, p.closed_why as ended_why
    from projects.project p
    join organizations.unit n on n.id = p.school_id
    left join lateral (select t.name from people.teacher_year t where t.district_id = p.head_district_id
      and t.teacher_id = p.head_id order by t.school_year desc limit 1) t on true
    where ${where} order by p.closed_on is not null, p.pinyin collate "C", p.id limit 1000`.execute(db)
  return rows
}

/** The projects of a cluster, those that go on first. */
export const listProjects = (db: Db, { districtId, clusterId }: ClusterKey): Promise<ProjectRow[]> =>
  read(db, sql`p.district_id = ${districtId} and p.cluster_id = ${clusterId}`)

export const findProject = async (
  db: Db,
  districtIds: readonly number[],
  id: string,
): Promise<ProjectRow | undefined> =>
  (await read(db, sql`p.district_id = any (${districtIds}::int[]) and p.id = ${id}::uuid`))[0]

/** Whoever writes to a project has it alone until the reply. */
export async function lockProject(db: Db, { districtId, id }: ProjectKey): Promise<void> {
  await sql`select from projects.project where district_id = ${districtId} and id = ${id}::uuid for update`.execute(db)
}

export interface ProjectWritten {
  title: string
  pinyin: string
  level: (typeof levels)[number]
  number: string
  about: string
  headDistrictId: number
  headId: string
  schoolId: number
  fromDay: string
  untilDay: string
  changedAt: Date
  changedBy: string
}

export async function insertProject(db: Db, project: ProjectWritten & ClusterKey & { id: string }): Promise<void> {
  await db.insertInto('projects.project').values(project).execute()
}

type Change = ProjectWritten | { closedOn: string; closedAs: (typeof endings)[number]; closedWhy: string }

export async function updateProject(db: Db, { districtId, id }: ProjectKey, change: Change): Promise<void> {
  await db
    .updateTable('projects.project')
    .set(change)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}
