import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { isSought } from '#platform/search.ts'
import type { PoolStatus } from './pool.rules.ts'

interface School {
  districtId: number
  schoolId: number
}

export interface PoolTaskRow {
  id: string
  memberId: string
  kind: '带教' | '领衔' | '送教' | '其他'
  what: string
  fromDay: string
  untilDay: string | null
}

export interface PoolRow extends School {
  id: string
  clusterId: number
  teacherId: string
  schoolYear: number
  stage: string | null
  subject: string | null
  level: string | null
  status: PoolStatus
  proposedOn: string
  proposedBy: string
  proposedWords: string | null
  decidedOn: string | null
  decidedBy: string | null
  decidedWords: string | null
  since: string | null
  until: string | null
  leftOn: string | null
  leftWhy: string | null
  name: string
  pinyin: string
}

/** The latest row of the register says how somebody is called; who is in none any more has no name. */
const members = sql`
  select m.district_id, m.id, m.cluster_id, m.school_id, m.teacher_id, m.school_year, m.stage, m.subject, m.level, m.status,
    m.proposed_on, m.proposed_by, m.proposed_words, m.decided_on, m.decided_by, m.decided_words, m.since_day as since,
    m.until_day as until, m.left_on, m.left_why, coalesce(t.name, '') as name, coalesce(t.pinyin, '') as pinyin
  from posts.pool_member m
  left join lateral (select t.name, t.pinyin from people.teacher_year t
    where t.district_id = m.district_id and t.teacher_id = m.teacher_id order by t.school_year desc limit 1) t on true`

/** Everybody who was ever proposed for the pool of a cluster. */
export async function listPool(db: Db, districtIds: readonly number[], clusterId: number): Promise<PoolRow[]> {
  const { rows } = await sql<PoolRow>`${members}
    where m.district_id = any (${districtIds}::int[]) and m.cluster_id = ${clusterId} order by m.id`.execute(db)
  return rows
}

export async function findMember(db: Db, districtIds: readonly number[], id: string): Promise<PoolRow | undefined> {
  const { rows } = await sql<PoolRow>`${members}
    where m.district_id = any (${districtIds}::int[]) and m.id = ${id}`.execute(db)
  return rows[0]
}

/** The stays of one teacher, in whichever cluster; the latest first. */
export async function listStaysOf(db: Db, districtId: number, teacherId: string): Promise<PoolRow[]> {
  const { rows } = await sql<PoolRow>`${members}
    where m.district_id = ${districtId} and m.teacher_id = ${teacherId} order by m.proposed_on desc, m.id`.execute(db)
  return rows
}

export async function listTasks(
  db: Db,
  districtIds: readonly number[],
  memberIds: readonly string[],
): Promise<PoolTaskRow[]> {
  const { rows } = await sql<PoolTaskRow>`
    select id, member_id, kind, what, from_day, until_day from posts.pool_task
    where district_id = any (${districtIds}::int[]) and member_id = any (${memberIds}::uuid[])
    order by from_day, id`.execute(db)
  return rows
}

export async function findTaskMember(
  db: Db,
  districtIds: readonly number[],
  taskId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ memberId: string }>`
    select member_id from posts.pool_task where district_id = any (${districtIds}::int[]) and id = ${taskId}`.execute(
    db,
  )
  return rows[0]?.memberId
}

export interface Candidate extends School {
  teacherId: string
  staffNo: string
  name: string
  stage: string | null
  subject: string | null
  title: string | null
  level: string | null
}

interface CandidateQuery {
  schools: readonly School[]
  clusterId: number
  year: number
}

/** Who of these schools may be proposed: backbone teachers, or whoever is called so; not who is in the pool or waits. */
export async function listCandidates(
  db: Db,
  { schools, clusterId, year }: CandidateQuery,
  which: { q: string } | { teacherIds: readonly string[] } | 'backbone',
): Promise<Candidate[]> {
  const wanted =
    which === 'backbone'
      ? sql`t.backbone is not null`
      : 'q' in which
        ? isSought(which.q, { texts: ['t.name', 't.staff_no'], pinyin: 't.pinyin', initials: 't.initials' })
        : sql`t.teacher_id = any (${which.teacherIds}::uuid[])`
  const { rows } = await sql<Candidate>`
    select t.district_id, t.school_id, t.teacher_id, t.staff_no, t.name, t.stage, t.subject, t.title, t.backbone as level
    from people.teacher_year t
    where t.district_id = any (${schools.map(({ districtId }) => districtId)}::int[])
      and t.school_id = any (${schools.map(({ schoolId }) => schoolId)}::int[]) and t.school_year = ${year} and ${wanted}
      and not exists (select from posts.pool_member m where m.district_id = t.district_id and m.cluster_id = ${clusterId}
        and m.teacher_id = t.teacher_id and m.status in ('待定', '在池'))
    order by t.pinyin collate "C", t.teacher_id limit 500`.execute(db)
  return rows
}

export interface NewMember extends School {
  id: string
  clusterId: number
  teacherId: string
  schoolYear: number
  stage: string | null
  subject: string | null
  level: string | null
  status: '待定'
  proposedOn: string
  proposedBy: string
  proposedWords: string | null
}

/** Puts teachers forward; who is in the pool or waits already is left out. Returns whose proposal is new. */
export async function insertMembers(db: Db, fresh: readonly NewMember[]): Promise<string[]> {
  if (fresh.length === 0) return []
  const rows = await db
    .insertInto('posts.poolMember')
    .values(fresh)
    .onConflict((same) => same.doNothing())
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

export interface PoolDecision {
  status: '在池' | '未入池'
  decidedOn: string
  decidedBy: string
  decidedWords: string | null
  sinceDay: string | null
  untilDay: string | null
}

/** Decides on those of these that wait; returns which school each of them is of. */
export async function updateDecided(
  db: Db,
  { districtIds, clusterId }: { districtIds: readonly number[]; clusterId: number },
  ids: readonly string[],
  decision: PoolDecision,
): Promise<{ id: string; schoolId: number; districtId: number }[]> {
  return db
    .updateTable('posts.poolMember')
    .set(decision)
    .where('districtId', 'in', districtIds)
    .where('clusterId', '=', clusterId)
    .where('id', 'in', ids)
    .where('status', '=', '待定')
    .returning(['id', 'schoolId', 'districtId'])
    .execute()
}

/** Says that somebody left; false where they are not in the pool. */
export async function updateLeft(
  db: Db,
  { districtId, id }: { districtId: number; id: string },
  left: { leftOn: string; leftWhy: string; leftBy: string },
): Promise<boolean> {
  const rows = await db
    .updateTable('posts.poolMember')
    .set({ ...left, status: '已出池' })
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .where('status', '=', '在池')
    .returning('id')
    .execute()
  return rows.length > 0
}

export interface NewTask extends PoolTaskRow {
  districtId: number
  schoolId: number
  notedAt: Date
  notedBy: string
}

export async function insertTask(db: Db, task: NewTask): Promise<void> {
  await db.insertInto('posts.poolTask').values(task).execute()
}

export async function deleteTask(db: Db, districtId: number, id: string): Promise<void> {
  await db.deleteFrom('posts.poolTask').where('districtId', '=', districtId).where('id', '=', id).execute()
}
