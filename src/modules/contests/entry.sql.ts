import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { ContestKey } from './contest.sql.ts'
import type { Prize } from './entry.contract.ts'

export interface Author {
  districtId: number
  teacherId: string
  schoolId: number
  name: string
}

export interface EntryRow {
  id: string
  number: number
  groupName: string
  title: string
  words: string
  address: string | null
  fileId: string | null
  schoolDistrictId: number
  schoolId: number
  school: string
  withdrawnOn: string | null
  score: number | null
  prize: Prize | null
  teachers: Author[]
}

/** All works of a contest with whose they are. Read as the owner: who sees what of it is decided by the row. */
export async function listEntries(db: Db, { districtId, id }: ContestKey): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select e.id, e.number, e.group_name, e.title, e.words, e.address, e.file_id, e.school_district_id, e.school_id,
      n.name as school, e.withdrawn_on, e.score::float8 as score, e.prize,
      coalesce((select jsonb_agg(jsonb_build_object('districtId', a.teacher_district_id, 'teacherId', a.teacher_id,
          'schoolId', a.school_id, 'name', coalesce(t.name, '')) order by a.position)
        from contests.entry_teacher a
        left join lateral (select t.name from people.teacher_year t where t.district_id = a.teacher_district_id
          and t.teacher_id = a.teacher_id order by t.school_year desc limit 1) t on true
        where a.district_id = e.district_id and a.entry_id = e.id), '[]') as teachers
    from contests.entry e join organizations.unit n on n.id = e.school_id
    where e.district_id = ${districtId} and e.contest_id = ${id}::uuid order by e.number`.execute(db)
  return rows
}

export interface NewEntryRow {
  id: string
  groupName: string
  number: number
  title: string
  words: string
  address: string | null
  fileId: string | null
  schoolDistrictId: number
  schoolId: number
  enteredAt: Date
  enteredBy: string
}

export async function insertEntry(
  db: Db,
  { districtId, id: contestId }: ContestKey,
  entry: NewEntryRow,
  teachers: readonly { id: string; position: number; teacherDistrictId: number; teacherId: string; schoolId: number }[], // prettier-ignore
): Promise<void> {
  await db
    .insertInto('contests.entry')
    .values({ ...entry, districtId, contestId })
    .execute()
  await db
    .insertInto('contests.entryTeacher')
    .values(teachers.map((teacher) => ({ ...teacher, districtId, entryId: entry.id })))
    .execute()
}

type Change = { withdrawnOn: string } | { score: number | null; prize: Prize | null }

export async function updateEntry(db: Db, districtId: number, id: string, change: Change): Promise<void> {
  await db.updateTable('contests.entry').set(change).where('districtId', '=', districtId).where('id', '=', id).execute()
}
