import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Part } from './activity.contract.ts'
import type { ActivityKind } from './activity.rules.ts'

/** An activity as it is on file, with who took part. */
export interface ActivityRow {
  districtId: number
  id: string
  clusterId: number
  schoolId: number
  school: string
  schoolYear: number
  runBy: '学区' | '学校'
  kind: ActivityKind
  title: string
  form: '线下' | '线上'
  fromDay: string
  untilDay: string
  place: string
  news: string
  parts: (Part & { school: string })[]
}

const columns = sql`
  select a.district_id, a.id, a.cluster_id, a.school_id, s.name as school, a.school_year, a.run_by, a.kind, a.title, a.form,
    a.from_day, a.until_day, a.place, a.news,
    coalesce((select jsonb_agg(jsonb_build_object('schoolId', p.school_id, 'school', u.name, 'pupils', p.pupils,
        'families', p.families, 'teachers', p.teachers, 'awards', p.awards, 'firstPrizes', p.first_prizes,
        'secondPrizes', p.second_prizes, 'thirdPrizes', p.third_prizes) order by u.pinyin, u.id)
      from pupil_services.part p join organizations.unit u on u.id = p.school_id
      where p.district_id = a.district_id and p.activity_id = a.id), '[]'::jsonb) as parts
  from pupil_services.activity a
  join organizations.unit s on s.id = a.school_id`

/** The activities of a cluster in a school year, the latest first. */
export async function listActivities(
  db: Db,
  districtIds: readonly number[],
  clusterId: number,
  schoolYear: number,
): Promise<ActivityRow[]> {
  const { rows } = await sql<ActivityRow>`${columns}
    where a.district_id = any (${districtIds}::int[]) and a.cluster_id = ${clusterId} and a.school_year = ${schoolYear}
    order by a.from_day desc, a.id`.execute(db)
  return rows
}

export async function findActivity(
  db: Db,
  districtIds: readonly number[],
  id: string,
): Promise<ActivityRow | undefined> {
  const { rows } = await sql<ActivityRow>`${columns}
    where a.district_id = any (${districtIds}::int[]) and a.id = ${id}`.execute(db)
  return rows[0]
}

export type SavedActivity = Omit<ActivityRow, 'school' | 'parts'> & { changedAt: Date }

export async function insertActivity(db: Db, row: SavedActivity): Promise<void> {
  await db.insertInto('pupilServices.activity').values(row).execute()
}

export async function updateActivity(db: Db, { districtId, id, clusterId: _, ...row }: SavedActivity): Promise<void> {
  await db
    .updateTable('pupilServices.activity')
    .set(row)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

type Key = Pick<ActivityRow, 'districtId' | 'id'>

export async function deleteActivity(db: Db, { districtId, id }: Key): Promise<void> {
  await db.deleteFrom('pupilServices.activity').where('districtId', '=', districtId).where('id', '=', id).execute()
}

export async function deleteParts(db: Db, { districtId, id }: Key): Promise<void> {
  await db.deleteFrom('pupilServices.part').where('districtId', '=', districtId).where('activityId', '=', id).execute()
}

export async function insertParts(db: Db, { districtId, id: activityId }: Key, parts: readonly Part[]): Promise<void> {
  if (parts.length === 0) return
  const rows = parts.map((part) => ({ districtId, activityId, ...part }))
  await db.insertInto('pupilServices.part').values(rows).execute()
}
