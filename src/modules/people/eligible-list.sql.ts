import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

interface School {
  districtId: number
  schoolId: number
}
const districtsOf = (schools: readonly School[]) => [...new Set(schools.map(({ districtId }) => districtId))]
const idsOf = (schools: readonly School[]) => schools.map(({ schoolId }) => schoolId)

const ofSchools = (table: string, schools: readonly School[], schoolYear: number) => sql`
  ${sql.ref(`${table}.district_id`)} = any (${districtsOf(schools)}::int[])
  and ${sql.ref(`${table}.school_id`)} = any (${idsOf(schools)}::int[])
  and ${sql.ref(`${table}.school_year`)} = ${schoolYear}::smallint`

export interface SchoolList {
  districtId: number
  schoolId: number
  teachers: number
  /** As the register says today. */
  eligible: number
  frozenAt: Date | null
  frozenBy: string | null
  rule: string | null
  /** As the frozen list says. */
  frozenTeachers: number
  frozenEligible: number
}

/** How the list of each school stands in a year: what the register says, and what is frozen. */
export async function listSchoolLists(db: Db, schools: readonly School[], schoolYear: number): Promise<SchoolList[]> {
  const { rows } = await sql<SchoolList>`
    select s.district_id, s.school_id, coalesce(t.teachers, 0) as teachers, coalesce(t.eligible, 0) as eligible,
      l.frozen_at, l.frozen_by, l.rule, coalesce(e.teachers, 0) as frozen_teachers, coalesce(e.eligible, 0) as frozen_eligible
    from unnest(${schools.map(({ districtId }) => districtId)}::int[], ${idsOf(schools)}::int[]) as s (district_id, school_id)
    left join (select t.district_id, t.school_id, count(*) as teachers, count(*) filter (where t.eligible) as eligible
      from people.teacher_year t where ${ofSchools('t', schools, schoolYear)} group by 1, 2) t using (district_id, school_id)
    left join (select e.district_id, e.school_id, count(*) as teachers, count(*) filter (where e.eligible) as eligible
      from people.eligible_row e where ${ofSchools('e', schools, schoolYear)} group by 1, 2) e using (district_id, school_id)
    left join people.eligible_list l on l.district_id = s.district_id and l.school_id = s.school_id
      and l.school_year = ${schoolYear}::smallint and l.thawed_at is null`.execute(db)
  return rows
}

export interface NewList {
  districtId: number
  id: string
  schoolId: number
  schoolYear: number
  rule: string
  frozenAt: Date
  frozenBy: string
}

/** Opens frozen lists; a school that has one already keeps it. Returns the schools whose list is new. */
export async function insertLists(db: Db, lists: readonly NewList[]): Promise<number[]> {
  const rows = await db
    .insertInto('people.eligibleList')
    .values(lists)
    .onConflict((same) => same.doNothing())
    .returning('schoolId')
    .execute()
  return rows.map(({ schoolId }) => schoolId)
}

/** Copies the verdicts of the register into the lists of these schools. Who stands in another list of the year stays there. */
export async function insertFrozenRows(db: Db, schools: readonly School[], schoolYear: number): Promise<void> {
  await sql`
    insert into people.eligible_row (district_id, school_year, teacher_id, school_id, staff_no, name, pinyin, subject,
      title, backbone, subject_leader, eligible, reason)
    select t.district_id, t.school_year, t.teacher_id, t.school_id, t.staff_no, t.name, t.pinyin, t.subject,
      t.title, t.backbone, t.subject_leader, t.eligible, t.eligible_reason
    from people.teacher_year t where ${ofSchools('t', schools, schoolYear)}
    on conflict do nothing`.execute(db)
}

/** Closes the lists of these schools; returns the schools that had one. */
export async function markThawed(
  db: Db,
  schools: readonly School[],
  schoolYear: number,
  thawed: { at: Date; by: string; reason: string },
): Promise<number[]> {
  const { rows } = await sql<{ schoolId: number }>`
    update people.eligible_list l set thawed_at = ${thawed.at}, thawed_by = ${thawed.by}, thaw_reason = ${thawed.reason}
    where ${ofSchools('l', schools, schoolYear)} and l.thawed_at is null returning l.school_id`.execute(db)
  return rows.map(({ schoolId }) => schoolId)
}

export async function deleteFrozenRows(db: Db, schools: readonly School[], schoolYear: number): Promise<void> {
  await sql`delete from people.eligible_row e where ${ofSchools('e', schools, schoolYear)}`.execute(db)
}

/** Who stands in the register or in the frozen list of these schools: whose figures a freeze or its end touches. */
export async function listConcerned(
  db: Db,
  schools: readonly School[],
  schoolYear: number,
): Promise<{ districtId: number; teacherId: string; schoolId: number; schoolYear: number }[]> {
  const { rows } = await sql<{ districtId: number; teacherId: string; schoolId: number; schoolYear: number }>`
    select t.district_id, t.teacher_id, t.school_id, t.school_year from people.teacher_year t
    where ${ofSchools('t', schools, schoolYear)}
    union
    select e.district_id, e.teacher_id, coalesce(t.school_id, e.school_id), e.school_year from people.eligible_row e
    left join people.teacher_year t
      on t.district_id = e.district_id and t.teacher_id = e.teacher_id and t.school_year = e.school_year
    where ${ofSchools('e', schools, schoolYear)}`.execute(db)
  return rows
}

/** How the register differs today from the frozen list; `nowSchoolId` null: not in the register any more. */
export interface FoundDifference {
  districtId: number
  schoolId: number
  teacherId: string
  name: string
  staffNo: string
  frozenEligible: boolean | null
  eligible: boolean | null
  nowSchoolId: number | null
}

/** What has changed in the register since the lists of these schools were frozen. */
export async function listDifferences(
  db: Db,
  schools: readonly School[],
  schoolYear: number,
): Promise<FoundDifference[]> {
  const { rows } = await sql<FoundDifference>`
    select e.district_id, e.school_id, e.teacher_id, e.name, e.staff_no, e.eligible as frozen_eligible, t.eligible,
      t.school_id as now_school_id, e.pinyin
    from people.eligible_row e
    left join people.teacher_year t
      on t.district_id = e.district_id and t.teacher_id = e.teacher_id and t.school_year = e.school_year
    where ${ofSchools('e', schools, schoolYear)}
      and (t.teacher_id is null or t.school_id <> e.school_id or t.eligible <> e.eligible)
    union all
    select t.district_id, t.school_id, t.teacher_id, t.name, t.staff_no, null, t.eligible, t.school_id, t.pinyin
    from people.teacher_year t
    join people.eligible_list l on l.district_id = t.district_id and l.school_id = t.school_id
      and l.school_year = t.school_year and l.thawed_at is null
    left join people.eligible_row e
      on e.district_id = t.district_id and e.school_year = t.school_year and e.teacher_id = t.teacher_id
    where ${ofSchools('t', schools, schoolYear)} and e.teacher_id is null
    order by 2, 9, 3 limit 500`.execute(db)
  return rows
}

/** What frozen lists say of these teachers in a year. */
export async function listFrozenVerdicts(
  db: Db,
  districtIds: readonly number[],
  teacherIds: readonly string[],
): Promise<{ teacherId: string; schoolYear: number; schoolId: number; eligible: boolean; reason: string }[]> {
  const { rows } = await sql<{
    teacherId: string
    schoolYear: number
    schoolId: number
    eligible: boolean
    reason: string
  }>`
    select teacher_id, school_year, school_id, eligible, reason from people.eligible_row
    where district_id = any (${districtIds}::int[]) and teacher_id = any (${teacherIds}::uuid[])`.execute(db)
  return rows
}

/** Which of these schools have frozen their list, in which years. */
export async function listFrozenYears(
  db: Db,
  schools: readonly School[],
): Promise<{ schoolId: number; schoolYear: number; frozenAt: Date }[]> {
  const { rows } = await sql<{ schoolId: number; schoolYear: number; frozenAt: Date }>`
    select school_id, school_year, frozen_at from people.eligible_list
    where district_id = any (${districtsOf(schools)}::int[]) and school_id = any (${idsOf(schools)}::int[])
      and thawed_at is null`.execute(db)
  return rows
}
