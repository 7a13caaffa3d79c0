import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { ApplicationStatus, QuotaTitle, Rotated } from './quota.rules.ts'

export interface ApplicationRow {
  districtId: number
  id: string
  quotaId: string
  clusterId: number
  schoolYear: number
  title: QuotaTitle
  schoolId: number
  teacherId: string
  reasons: string
  serviceYears: number
  status: ApplicationStatus
  result: '已通过' | '未通过' | null
  name: string
  pinyin: string
}

const applications = sql`
  select a.district_id, a.id, a.quota_id, a.cluster_id, a.school_year, a.title, a.school_id, a.teacher_id, a.reasons,
    a.service_years, a.status, a.result, coalesce(t.name, '') as name, coalesce(t.pinyin, '') as pinyin
  from posts.application a
  left join lateral (select t.name, t.pinyin from people.teacher_year t
    where t.district_id = a.district_id and t.teacher_id = a.teacher_id order by t.school_year desc limit 1) t on true`

/** Who applied in a cluster and year, by pinyin. */
export async function listApplications(
  db: Db,
  districtIds: readonly number[],
  clusterId: number,
  schoolYear: number,
): Promise<ApplicationRow[]> {
  const { rows } = await sql<ApplicationRow>`${applications}
    where a.district_id = any (${districtIds}::int[]) and a.cluster_id = ${clusterId} and a.school_year = ${schoolYear}
    order by a.title desc, t.pinyin collate "C", a.id`.execute(db)
  return rows
}

export async function findApplication(
  db: Db,
  districtIds: readonly number[],
  id: string,
): Promise<ApplicationRow | undefined> {
  const { rows } = await sql<ApplicationRow>`${applications}
    where a.district_id = any (${districtIds}::int[]) and a.id = ${id}`.execute(db)
  return rows[0]
}

export async function listApplicationsOf(db: Db, districtId: number, teacherId: string): Promise<ApplicationRow[]> {
  const { rows } = await sql<ApplicationRow>`${applications}
    where a.district_id = ${districtId} and a.teacher_id = ${teacherId} order by a.school_year desc, a.id`.execute(db)
  return rows
}

export type NewApplicationRow = Omit<ApplicationRow, 'name' | 'pinyin' | 'result'> & {
  appliedAt: Date
  appliedBy: string
}

/** False where the teacher was put forward for it already. */
export async function insertApplication(db: Db, application: NewApplicationRow): Promise<boolean> {
  const rows = await db
    .insertInto('posts.application')
    .values(application)
    .onConflict((same) => same.doNothing())
    .returning('id')
    .execute()
  return rows.length > 0
}

/** Moves an application on from where it was seen; false where it stands elsewhere by now. */
export async function updateStatus(
  db: Db,
  { districtId, id, status }: Pick<ApplicationRow, 'districtId' | 'id' | 'status'>,
  to: ApplicationStatus,
): Promise<boolean> {
  const rows = await db
    .updateTable('posts.application')
    .set({ status: to })
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .where('status', '=', status)
    .where('result', 'is', null)
    .returning('id')
    .execute()
  return rows.length > 0
}

export async function updateResult(
  db: Db,
  { districtId, id }: Pick<ApplicationRow, 'districtId' | 'id'>,
  result: '已通过' | '未通过',
): Promise<boolean> {
  const rows = await db
    .updateTable('posts.application')
    .set({ result })
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .where('status', '=', '已给名额')
    .returning('id')
    .execute()
  return rows.length > 0
}

export interface StepRow {
  applicationId: string
  what: string
  words: string | null
  decidedOn: string | null
  decidedBy: string | null
  at: Date
  byName: string
}

export async function insertStep(
  db: Db,
  step: StepRow & { districtId: number; id: string; schoolId: number },
): Promise<void> {
  await db.insertInto('posts.applicationStep').values(step).execute()
}

export function listSteps(
  db: Db,
  districtIds: readonly number[],
  applicationIds: readonly string[],
): Promise<StepRow[]> {
  if (applicationIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('posts.applicationStep')
    .select(['applicationId', 'what', 'words', 'decidedOn', 'decidedBy', 'at', 'byName'])
    .where('districtId', 'in', districtIds)
    .where('applicationId', 'in', applicationIds)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export interface FoundCandidate {
  districtId: number
  schoolId: number
  teacherId: string
  staffNo: string
  name: string
  subject: string | null
  title: string | null
  level: string | null
}

/** Who of a school has a title in a year's register, or one teacher there; by pinyin. */
export async function listTitled(
  db: Db,
  { districtId, schoolId, year }: { districtId: number; schoolId: number; year: number },
  which: { title: string } | { teacherId: string },
): Promise<FoundCandidate[]> {
  const wanted = 'title' in which ? sql`t.title = ${which.title}` : sql`t.teacher_id = ${which.teacherId}`
  const { rows } = await sql<FoundCandidate>`
    select t.district_id, t.school_id, t.teacher_id, t.staff_no, t.name, t.subject, t.title, t.backbone as level
    from people.teacher_year t
    where t.district_id = ${districtId} and t.school_id = ${schoolId} and t.school_year = ${year} and ${wanted}
    order by t.pinyin collate "C", t.teacher_id`.execute(db)
  return rows
}

/** The rotations of these teachers, and how often they were mentors of a teacher of another school. */
export async function listService(
  db: Db,
  districtId: number,
  teacherIds: readonly string[],
): Promise<{ rotations: (Rotated & { teacherId: string })[]; mentored: { teacherId: string; n: number }[] }> {
  const rotations = await sql<Rotated & { teacherId: string }>`
    select teacher_id, school_year, start_on, end_on, status from mobility.rotation
    where district_id = ${districtId} and teacher_id = any (${teacherIds}::uuid[])`.execute(db)
  const mentored = await sql<{ teacherId: string; n: number }>`
    select mentor_id as teacher_id, count(*) as n from teaching_research.mentoring
    where district_id = ${districtId} and mentor_id = any (${teacherIds}::uuid[]) group by 1`.execute(db)
  return { rotations: rotations.rows, mentored: mentored.rows }
}
