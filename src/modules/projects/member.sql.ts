import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { ProjectKey } from './project.sql.ts'

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

/** Who works on a project, and who did: those who do first. */
export async function listMembers(db: Db, { districtId, id }: ProjectKey): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select m.id, m.teacher_district_id as district_id, m.teacher_id, m.school_id, n.name as school,
      coalesce(t.name, '') as name, m.from_day as "from", m.until_day as until
    from projects.member m
    join organizations.unit n on n.id = m.school_id
    left join lateral (select t.name from people.teacher_year t where t.district_id = m.teacher_district_id
      and t.teacher_id = m.teacher_id order by t.school_year desc limit 1) t on true
    where m.district_id = ${districtId} and m.project_id = ${id}::uuid
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
  { districtId, id: projectId }: ProjectKey,
  members: readonly NewMember[],
): Promise<void> {
  if (members.length === 0) return
  await db
    .insertInto('projects.member')
    .values(members.map((member) => ({ ...member, districtId, projectId })))
    .execute()
}

const open = ({ districtId, id }: ProjectKey, memberId: string) =>
  sql`district_id = ${districtId} and project_id = ${id}::uuid and until_day is null and id = ${memberId}::uuid`

/** One who had not begun by that day never was a member. */
export async function deleteUnbegun(db: Db, project: ProjectKey, memberId: string, lastDay: string): Promise<void> {
  await sql`delete from projects.member where ${open(project, memberId)} and from_day > ${lastDay}::date`.execute(db)
}

/** From the day after `lastDay` a member is none. */
export async function endMember(db: Db, project: ProjectKey, memberId: string, lastDay: string): Promise<void> {
  await sql`update projects.member set until_day = ${lastDay}::date where ${open(project, memberId)}`.execute(db)
}
