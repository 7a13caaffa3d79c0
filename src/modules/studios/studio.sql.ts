import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Kind, Line } from './line.contract.ts'

export interface ClusterKey {
  districtId: number
  clusterId: number
}

export interface StudioKey {
  districtId: number
  id: string
}

export interface StudioRow extends ClusterKey {
  id: string
  line: Line
  kind: Kind
  name: string
  field: string
  hostDistrictId: number | null
  hostId: string | null
  /** By the latest register; of one who is in none, as it was written. */
  hostName: string
  schoolDistrictId: number
  schoolId: number
  school: string
  about: string
  from: string
  until: string
  endedOn: string | null
  endedWhy: string | null
}

const read = async (db: Db, where: RawBuilder<unknown>): Promise<StudioRow[]> => {
  const { rows } = await sql<StudioRow>`
    select s.district_id, s.id, s.cluster_id, s.line, s.kind, s.name, s.field, s.host_district_id, s.host_id,
      coalesce(t.name, s.host_name) as host_name, s.school_district_id, s.school_id, n.name as school, s.about,
      s.from_day as "from", s.until_day as until, s.ended_on, s.ended_why
    from studios.studio s
    join organizations.unit n on n.id = s.school_id
    left join lateral (select t.name from people.teacher_year t where t.district_id = s.host_district_id
      and t.teacher_id = s.host_id order by t.school_year desc limit 1) t on true
    where ${where} order by s.pinyin collate "C", s.id limit 1000`.execute(db)
  return rows
}

/** All studios that a cluster ever had. */
export const listStudios = (db: Db, { districtId, clusterId }: ClusterKey): Promise<StudioRow[]> =>
  read(db, sql`s.district_id = ${districtId} and s.cluster_id = ${clusterId}`)

export const findStudio = async (db: Db, districtIds: readonly number[], id: string): Promise<StudioRow | undefined> =>
  (await read(db, sql`s.district_id = any (${districtIds}::int[]) and s.id = ${id}::uuid`))[0]

/** The studios that a teacher hosts and that go on. Read as the owner. */
export const listHosted = (
  db: Db,
  districtIds: readonly number[],
  host: { districtId: number; teacherId: string },
): Promise<StudioRow[]> =>
  read(
    db,
    sql`s.district_id = any (${districtIds}::int[]) and s.host_district_id = ${host.districtId}
      and s.host_id = ${host.teacherId}::uuid and s.ended_on is null`,
  )

export interface StudioWritten {
  line: Line
  kind: Kind
  name: string
  pinyin: string
  field: string
  hostDistrictId: number | null
  hostId: string | null
  hostName: string
  schoolDistrictId: number
  schoolId: number
  about: string
  fromDay: string
  untilDay: string
  changedAt: Date
  changedBy: string
}

/** False where another of the cluster bears the name. */
export async function insertStudio(
  db: Db,
  studio: StudioWritten & ClusterKey & { id: string; applicationId: string | null },
): Promise<boolean> {
  const rows = await db
    .insertInto('studios.studio')
    .values(studio)
    .onConflict((same) => same.doNothing())
    .returning('id')
    .execute()
  return rows.length > 0
}

type Change = StudioWritten | { endedOn: string; endedWhy: string; changedAt: Date; changedBy: string }

export async function updateStudio(db: Db, { districtId, id }: StudioKey, change: Change): Promise<void> {
  await db.updateTable('studios.studio').set(change).where('districtId', '=', districtId).where('id', '=', id).execute()
}

export interface StudioCounts {
  studioId: string
  members: number
  schools: number
  tasks: number
  done: number
  late: number
}

/** Of studios: who is in them now, or was when they ended; and what is planned and done of a school year. */
export async function countStudioWork(
  db: Db,
  districtId: number,
  ids: readonly string[],
  { year, today }: { year: number; today: string },
): Promise<StudioCounts[]> {
  const { rows } = await sql<StudioCounts>`
    select s.id as studio_id,
      (select count(*)::int from studios.member m where m.district_id = s.district_id and m.studio_id = s.id
        and m.until_day is null) as members,
      (select count(distinct m.school_id)::int from studios.member m where m.district_id = s.district_id
        and m.studio_id = s.id and m.until_day is null) as schools,
      count(k.id)::int as tasks, count(k.done_on)::int as done,
      (count(*) filter (where k.done_on is null and k.due_on < ${today}::date))::int as late
    from studios.studio s
    left join studios.task k on k.district_id = s.district_id and k.studio_id = s.id and k.school_year = ${year}::smallint
    where s.district_id = ${districtId} and s.id = any (${ids}::uuid[])
    group by s.district_id, s.id`.execute(db)
  return rows
}
