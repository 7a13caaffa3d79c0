import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { StudioKey } from './studio.sql.ts'

export interface MemberRow {
  id: string
  /** Of the teacher. */
  districtId: number
  teacherId: string
  schoolId: number
  school: string
  name: string
  from: string
  until: string | null
}

/** Who is in a studio, and who was: those who are first. */
export async function listMembers(db: Db, { districtId, id }: StudioKey): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select m.id, m.teacher_district_id as district_id, m.teacher_id, m.school_id, n.name as school,
      coalesce(t.name, '') as name, m.from_day as "from", m.until_day as until
    from studios.member m
    join organizations.unit n on n.id = m.school_id
    left join lateral (select t.name from people.teacher_year t where t.district_id = m.teacher_district_id
      and t.teacher_id = m.teacher_id order by t.school_year desc limit 1) t on true
    where m.district_id = ${districtId} and m.studio_id = ${id}::uuid
    order by m.until_day desc nulls first, n.pinyin collate "C", m.from_day, m.id`.execute(db)
  return rows
}

export interface NewMember {
  id: string
  teacherDistrictId: number
  teacherId: string
  schoolId: number
  fromDay: string
}

export async function insertMembers(
  db: Db,
  { districtId, id: studioId }: StudioKey,
  members: readonly NewMember[],
): Promise<void> {
  await db
    .insertInto('studios.member')
    .values(members.map((member) => ({ ...member, districtId, studioId })))
    .execute()
}

/** From the day after `lastDay` a member is none; one who had not begun by then never was. Returns how many left. */
export async function endMember(
  db: Db,
  { districtId, id: studioId }: StudioKey,
  memberId: string,
  lastDay: string,
): Promise<number> {
  const open = sql`district_id = ${districtId} and studio_id = ${studioId}::uuid and until_day is null
    and id = ${memberId}::uuid`
  const gone = await sql`delete from studios.member where ${open} and from_day > ${lastDay}::date returning id`.execute(
    db,
  )
  const left = await sql`update studios.member set until_day = ${lastDay}::date where ${open} returning id`.execute(db)
  return gone.rows.length + left.rows.length
}
