import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'

export interface CreditRow {
  districtId: number
  id: string
  schoolId: number
  teacherId: string
  courseId: string | null
  tier: string
  field: string
  hundredths: number
  earnedOn: string
  title: string
  evidence: string
  code: string | null
  notedAt: Date
  notedBy: string
}

/** Gives credits; a teacher has those of a course once. Returns whose are new. */
export async function insertCredits(db: Db, fresh: readonly CreditRow[]): Promise<string[]> {
  if (fresh.length === 0) return []
  const rows = await db
    .insertInto('training.credit')
    .values(fresh)
    .onConflict((same) => same.doNothing())
    .returning('teacherId')
    .execute()
  return rows.map(({ teacherId }) => teacherId)
}

const read = async (db: Db, where: RawBuilder<unknown>): Promise<CreditRow[]> => {
  const { rows } = await sql<CreditRow>`
    select c.district_id, c.id, c.school_id, c.teacher_id, c.course_id, c.tier, c.field, c.hundredths, c.earned_on, c.title,
      c.evidence, c.code, c.noted_at, c.noted_by
    from training.credit c where ${where} order by c.earned_on desc, c.id desc limit 1000`.execute(db)
  return rows
}

/** All that a teacher earned, the latest first. */
export const listCreditsOf = (db: Db, districtId: number, teacherId: string): Promise<CreditRow[]> =>
  read(db, sql`c.district_id = ${districtId} and c.teacher_id = ${teacherId}::uuid`)

export const findCredit = async (db: Db, districtIds: readonly number[], id: string): Promise<CreditRow | undefined> =>
  (await read(db, sql`c.district_id = any (${districtIds}::int[]) and c.id = ${id}::uuid`))[0]

export async function deleteCredit(db: Db, { districtId, id }: { districtId: number; id: string }): Promise<void> {
  await db.deleteFrom('training.credit').where('districtId', '=', districtId).where('id', '=', id).execute()
}

export interface EntryRow extends CreditRow {
  name: string
}

/** What a school entered itself, with whose it is. */
export async function listEntries(db: Db, districtId: number, schoolId: number): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select c.*, coalesce(t.name, '') as name from training.credit c
    left join lateral (select y.name from people.teacher_year y where y.district_id = c.district_id
      and y.teacher_id = c.teacher_id order by y.school_year desc limit 1) t on true
    where c.district_id = ${districtId} and c.school_id = ${schoolId} and c.course_id is null
    order by c.noted_at desc, c.id desc limit 200`.execute(db)
  return rows
}

export interface StaffLine {
  teacherId: string
  staffNo: string
  name: string
  pinyin: string
  subject: string | null
}

/** The latest register of a school: who works there now. */
export async function listStaffOf(db: Db, districtId: number, schoolId: number): Promise<StaffLine[]> {
  const { rows } = await sql<StaffLine>`
    select t.teacher_id, t.staff_no, t.name, t.pinyin, t.subject from people.teacher_year t
    where t.district_id = ${districtId} and t.school_id = ${schoolId} and t.school_year = (
      select max(y.school_year) from people.teacher_year y where y.district_id = ${districtId} and y.school_id = ${schoolId})
    order by t.pinyin collate "C", t.teacher_id`.execute(db)
  return rows
}
