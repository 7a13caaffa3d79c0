import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Member } from '#modules/organizations/index.ts'
import { spellPerson } from '#platform/pinyin.ts'
import { isSought } from '#platform/search.ts'
import { ANY, NONE } from './facet.rules.ts'
import type { TeacherLine } from './teacher.contract.ts'
import type { TeacherRecord, TeacherRow } from './teacher.rules.ts'

export interface StaffNumber {
  districtId: number
  staffNo: string
  teacherId: string
  schoolYear: number
  schoolId: number
  name: string
}

/** Who has these staff numbers in any school year, the latest year first; year 0: by an entry that was merged into theirs. */
export async function listStaffNumbers(
  db: Db,
  districtIds: readonly number[],
  staffNos: readonly string[],
): Promise<StaffNumber[]> {
  const { rows } = await sql<StaffNumber>`
    select district_id, staff_no, teacher_id, school_year, school_id, name from people.teacher_year
    where district_id = any (${districtIds}::int[]) and staff_no = any (${staffNos}::text[])
    union all
    select m.district_id, s.staff_no, m.kept_teacher_id, 0, m.kept_school_id, m.gone_name
    from people.teacher_merge m cross join lateral unnest(m.staff_nos) as s (staff_no)
    where m.district_id = any (${districtIds}::int[]) and m.undone_at is null and s.staff_no = any (${staffNos}::text[])
    order by school_year desc`.execute(db)
  return rows
}

/** Whether any staff number of these districts begins with a zero, be it of an entry that was merged into another. */
export async function isAnyZeroLed(db: Db, districtIds: readonly number[]): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from people.teacher_year
        where district_id = any (${districtIds}::int[]) and staff_no >= '0' and staff_no < '1')
      or exists (select from people.teacher_merge m cross join lateral unnest(m.staff_nos) as s (staff_no)
        where m.district_id = any (${districtIds}::int[]) and m.undone_at is null and s.staff_no like '0%') as found`.execute(
    db,
  )
  return rows[0]!.found
}

/** Which of these teachers asked to rotate in a school year, as noted by hand. */
export async function listVolunteers(
  db: Db,
  districtIds: readonly number[],
  teacherIds: readonly string[],
  schoolYear: number,
): Promise<string[]> {
  const { rows } = await sql<{ teacherId: string }>`
    select teacher_id from people.teacher_year where district_id = any (${districtIds}::int[])
      and teacher_id = any (${teacherIds}::uuid[]) and school_year = ${schoolYear} and volunteered`.execute(db)
  return rows.map(({ teacherId }) => teacherId)
}

/** What is on file of these staff numbers in one school year. */
export async function listTeacherRecords(
  db: Db,
  districtIds: readonly number[],
  schoolYear: number,
  staffNos: readonly string[],
): Promise<Omit<TeacherRecord, 'key'>[]> {
  const { rows } = await sql<Omit<TeacherRecord, 'key'>>`
    select teacher_id, district_id, school_year, school_id, staff_no, name, gender, born_on, stage, subject, title,
      backbone, subject_leader, joined_on, declared_eligible, eligible, eligible_reason
    from people.teacher_year
    where district_id = any (${districtIds}::int[]) and school_year = ${schoolYear}
      and staff_no = any (${staffNos}::text[])`.execute(db)
  return rows
}

/** How many teachers these schools have on file in a school year. */
export async function countTeachers(
  db: Db,
  schools: readonly { districtId: number; schoolId: number }[],
  schoolYear: number,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from people.teacher_year
    where district_id = any (${schools.map(({ districtId }) => districtId)}::int[])
      and school_id = any (${schools.map(({ schoolId }) => schoolId)}::int[]) and school_year = ${schoolYear}`.execute(
    db,
  )
  return rows[0]!.n
}

export type SavedTeacher = Omit<TeacherRecord, 'key'> & { importId: string | null; sourceRow: number | null }

/** What a row says, in a few characters; its verdict follows from that and is no part of it. */
export const printOf = (row: string) => {
  const said = sql.ref(row)
  return sql`md5(jsonb_build_array(${said}.school_id, ${said}.staff_no, ${said}.name, ${said}.gender, ${said}.born_on,
    ${said}.stage, ${said}.subject, ${said}.title, ${said}.backbone, ${said}.subject_leader, ${said}.joined_on,
    ${said}.declared_eligible, ${said}.volunteered, ${said}.volunteer_note)::text)`
}

/**
 * One statement for a whole batch: the embedded engine takes no COPY, and a row at a time would be slower by far. Each
 * column travels as one text, which PostgreSQL takes apart three times faster than JSON.
 */
export async function saveTeachers(db: Db, teachers: readonly SavedTeacher[]): Promise<void> {
  const spelled = teachers.map((teacher) => ({ ...teacher, ...spellPerson(teacher.name) }))
  const column = (key: keyof (typeof spelled)[number], type: string) =>
    sql`${listOf(spelled.map((teacher) => teacher[key]))}::${sql.raw(type)}[]`
  await sql`
    insert into people.teacher_year (district_id, teacher_id, school_year, school_id, staff_no, name, pinyin, initials,
      gender, born_on, stage, subject, title, backbone, subject_leader, joined_on, declared_eligible, eligible,
      eligible_reason, import_id, source_row)
    select * from unnest(${column('districtId', 'int')}, ${column('teacherId', 'uuid')}, ${column('schoolYear', 'smallint')},
      ${column('schoolId', 'int')}, ${column('staffNo', 'text')}, ${column('name', 'text')}, ${column('pinyin', 'text')},
      ${column('initials', 'text')}, ${column('gender', 'text')}, ${column('bornOn', 'date')}, ${column('stage', 'text')},
      ${column('subject', 'text')}, ${column('title', 'text')}, ${column('backbone', 'text')},
      ${column('subjectLeader', 'text')}, ${column('joinedOn', 'date')}, ${column('declaredEligible', 'boolean')},
      ${column('eligible', 'boolean')}, ${column('eligibleReason', 'text')}, ${column('importId', 'uuid')},
      ${column('sourceRow', 'int')})
    on conflict (district_id, teacher_id, school_year) do update set school_id = excluded.school_id,
      staff_no = excluded.staff_no, name = excluded.name, pinyin = excluded.pinyin, initials = excluded.initials,
      gender = excluded.gender, born_on = excluded.born_on, stage = excluded.stage, subject = excluded.subject,
      title = excluded.title, backbone = excluded.backbone, subject_leader = excluded.subject_leader,
      joined_on = excluded.joined_on, declared_eligible = excluded.declared_eligible, eligible = excluded.eligible,
      eligible_reason = excluded.eligible_reason, import_id = excluded.import_id, source_row = excluded.source_row,
      edited_import_id = case when excluded.import_id is null
        then coalesce(teacher_year.import_id, teacher_year.edited_import_id) end,
      edited_print = case when excluded.import_id is null then
        case when teacher_year.import_id is null then teacher_year.edited_print else ${printOf('teacher_year')} end end`.execute(
    db,
  )
}

/** Control characters, which no text of the product holds, part the values and stand for null. */
const listOf = (values: readonly (string | number | boolean | null)[]) =>
  sql`string_to_array(${values.map((value) => value ?? '\x02').join('\x1f')}::text, chr(31), chr(2))`

/** Which teachers of a list are asked for; a value of 'none' is nothing on file, 'yes' anything. */
export interface TeacherQuery {
  schools: readonly Member[]
  year: number
  q?: string | undefined
  stage?: string | undefined
  subject?: string | undefined
  title?: string | undefined
  backbone?: string | undefined
  leader?: string | undefined
  eligible?: 'yes' | 'no' | undefined
}

const all = sql`true`

function has(column: string, value: string | undefined): RawBuilder<unknown> {
  if (value === undefined) return all
  if (value === NONE) return sql`${sql.ref(column)} is null`
  return value === ANY ? sql`${sql.ref(column)} is not null` : sql`${sql.ref(column)} = ${value}`
}

export const wanted = ({ schools, year, q, eligible, ...facets }: TeacherQuery) => sql`
  t.district_id = any (${[...new Set(schools.map(({ districtId }) => districtId))]}::int[])
  and t.school_id = any (${schools.map(({ schoolId }) => schoolId)}::int[]) and t.school_year = ${year}
  and ${has('t.stage', facets.stage)} and ${has('t.subject', facets.subject)} and ${has('t.title', facets.title)}
  and ${has('t.backbone', facets.backbone)} and ${has('t.subject_leader', facets.leader)}
  and ${eligible ? sql`t.eligible = ${eligible === 'yes'}` : all}
  and ${q ? isSought(q, { texts: ['t.name', 't.staff_no'], pinyin: 't.pinyin', initials: 't.initials' }) : all}`

const lineColumns = sql`t.teacher_id, t.staff_no, t.name, t.gender, t.school_id, t.district_id, t.stage, t.subject,
  t.title, t.backbone, t.subject_leader, t.eligible`

export type FoundLine = Omit<TeacherLine, 'masked' | 'schoolName'> & { districtId: number }
/** null: all of them. */
type Limit = number | null

/** A page of teachers by pinyin, from behind a place in that order. */
export async function listTeachers(
  db: Db,
  query: TeacherQuery,
  after: TeacherPlace | undefined,
  limit: Limit,
): Promise<FoundLine[]> {
  const behind = after
    ? sql`(t.pinyin collate "C", t.teacher_id) > (${after.pinyin}, ${after.teacherId}::uuid)`
    : sql`true`
  const { rows } = await sql<FoundLine>`
    select ${lineColumns} from people.teacher_year t
    where ${wanted(query)} and ${behind}
    order by t.pinyin collate "C", t.teacher_id limit ${limit}::int`.execute(db)
  return rows
}

export async function countListed(db: Db, query: TeacherQuery): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from people.teacher_year t where ${wanted(query)}`.execute(db)
  return rows[0]!.n
}

/** Where a teacher stands in the order of a list. */
export interface TeacherPlace {
  pinyin: string
  teacherId: string
}

export async function findPlace(
  db: Db,
  districtIds: readonly number[],
  teacherId: string,
  schoolYear: number,
): Promise<TeacherPlace | undefined> {
  const { rows } = await sql<TeacherPlace>`
    select pinyin, teacher_id from people.teacher_year
    where district_id = any (${districtIds}::int[]) and teacher_id = ${teacherId} and school_year = ${schoolYear}`.execute(
    db,
  )
  return rows[0]
}

export type FoundYear = FoundLine &
  Pick<
    TeacherRow,
    'schoolYear' | 'bornOn' | 'joinedOn' | 'eligibleReason' | 'declaredEligible' | 'volunteered' | 'imported'
  >

/** One teacher in every school year, the latest first. */
export async function listYearsOfTeacher(
  db: Db,
  districtIds: readonly number[],
  teacherId: string,
): Promise<FoundYear[]> {
  const { rows } = await sql<FoundYear>`
    select ${lineColumns}, t.school_year, t.born_on, t.joined_on, t.eligible_reason, t.declared_eligible, t.volunteered,
      t.import_id is not null as imported
    from people.teacher_year t
    where t.district_id = any (${districtIds}::int[]) and t.teacher_id = ${teacherId}
    order by t.school_year desc`.execute(db)
  return rows
}
