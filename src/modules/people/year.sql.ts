import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Origin } from './merge.sql.ts'
import type { TeacherRow } from './teacher.rules.ts'
import { printOf } from './teacher.sql.ts'
import type { NewChange } from './year.rules.ts'

const rowColumns = sql`teacher_id, district_id, school_year, school_id, staff_no, name, gender, born_on, stage, subject,
  title, backbone, subject_leader, joined_on, declared_eligible, eligible, eligible_reason, volunteered, volunteer_note,
  import_id is not null as imported`

/** A teacher's rows, whole, the oldest year first. */
export async function listTeacherRows(
  db: Db,
  districtIds: readonly number[],
  teacherId: string,
): Promise<TeacherRow[]> {
  const { rows } = await sql<TeacherRow>`
    select ${rowColumns} from people.teacher_year
    where district_id = any (${districtIds}::int[]) and teacher_id = ${teacherId} order by school_year`.execute(db)
  return rows
}

/** The register of some schools in one year whose teachers have no row yet in another year. */
export async function listRowsToCopy(
  db: Db,
  schools: readonly { districtId: number; schoolId: number }[],
  fromYear: number,
  toYear: number,
): Promise<TeacherRow[]> {
  const { rows } = await sql<TeacherRow>`
    select ${rowColumns} from people.teacher_year t
    where t.district_id = any (${[...new Set(schools.map(({ districtId }) => districtId))]}::int[])
      and t.school_id = any (${schools.map(({ schoolId }) => schoolId)}::int[]) and t.school_year = ${fromYear}
      and not exists (select from people.teacher_year n where n.district_id = t.district_id
        and n.school_year = ${toYear} and (n.teacher_id = t.teacher_id or n.staff_no = t.staff_no))
    order by t.pinyin, t.teacher_id`.execute(db)
  return rows
}

/** What was noted by hand beside the register's own columns. */
export async function updateVolunteering(db: Db, rows: readonly TeacherRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update people.teacher_year t set volunteered = n.volunteered, volunteer_note = n."volunteerNote"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n ("districtId" int, "teacherId" uuid,
      "schoolYear" smallint, volunteered boolean, "volunteerNote" text)
    where t.district_id = n."districtId" and t.teacher_id = n."teacherId" and t.school_year = n."schoolYear"
      and t.district_id = any (${rows.map(({ districtId }) => districtId)}::int[])`.execute(db)
}

export async function updateVerdicts(
  db: Db,
  rows: readonly Pick<TeacherRow, 'districtId' | 'teacherId' | 'schoolYear' | 'eligible' | 'eligibleReason'>[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update people.teacher_year t set eligible = n.eligible, eligible_reason = n."eligibleReason"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n ("districtId" int, "teacherId" uuid,
      "schoolYear" smallint, eligible boolean, "eligibleReason" text)
    where t.district_id = n."districtId" and t.teacher_id = n."teacherId" and t.school_year = n."schoolYear"
      and t.district_id = any (${rows.map(({ districtId }) => districtId)}::int[])`.execute(db)
}

/** Rows that say again what an import had said are that import's again: undoing it undoes nobody's work. */
export async function updateSaidAgain(db: Db, rows: readonly TeacherRow[]): Promise<void> {
  await sql`
    update people.teacher_year t set import_id = edited_import_id, edited_import_id = null, edited_print = null
    where district_id = any (${rows.map(({ districtId }) => districtId)}::int[])
      and teacher_id = any (${rows.map(({ teacherId }) => teacherId)}::uuid[])
      and edited_import_id is not null and edited_print = ${printOf('t')}`.execute(db)
}

/** Returns where they had come from. */
export async function deleteTeacherRows(
  db: Db,
  { districtId, teacherId }: { districtId: number; teacherId: string },
  schoolYears: readonly number[],
): Promise<Origin[]> {
  const { rows } = await sql<Origin>`
    delete from people.teacher_year where district_id = ${districtId} and teacher_id = ${teacherId}
      and school_year = any (${schoolYears}::smallint[])
    returning school_year, import_id, edited_import_id, source_row`.execute(db)
  return rows
}

/** Says again which imports some rows of a teacher came from. */
export async function updateOrigins(
  db: Db,
  { districtId, teacherId }: { districtId: number; teacherId: string },
  origins: readonly Origin[],
): Promise<void> {
  await sql`
    update people.teacher_year t set import_id = n."importId", edited_import_id = n."editedImportId", source_row = n."sourceRow"
    from jsonb_to_recordset(${JSON.stringify(origins)}::jsonb) as n ("schoolYear" smallint, "importId" uuid,
      "editedImportId" uuid, "sourceRow" int)
    where t.district_id = ${districtId} and t.teacher_id = ${teacherId} and t.school_year = n."schoolYear"`.execute(db)
}

/** Gives some years of one teacher to another. */
export async function updateTeacherOfYears(
  db: Db,
  districtId: number,
  { from, to }: { from: string; to: string },
  schoolYears: readonly number[],
): Promise<void> {
  await sql`update people.teacher_year set teacher_id = ${to} where district_id = ${districtId}
    and teacher_id = ${from} and school_year = any (${schoolYears}::smallint[])`.execute(db)
}

/** Writes down what was changed by hand. */
export async function insertChanges(db: Db, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return
  await sql`
    insert into people.teacher_change (district_id, id, teacher_id, school_id, other_school_id, school_year, kind,
      before, after, note, at, actor_name)
    select "districtId", id, "teacherId", "schoolId", "otherSchoolId", "schoolYear", kind, nullif(before, 'null'),
      nullif(after, 'null'), note, at, "actorName"
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as n ("districtId" int, id uuid, "teacherId" uuid,
      "schoolId" int, "otherSchoolId" int, "schoolYear" smallint, kind text, before jsonb, after jsonb, note text,
      at timestamptz, "actorName" text)`.execute(db)
}

export interface FoundChange extends NewChange {
  at: Date
}

/** A teacher's changes by hand, the latest first. */
export async function listChanges(db: Db, districtIds: readonly number[], teacherId: string): Promise<FoundChange[]> {
  const { rows } = await sql<FoundChange>`
    select district_id, id, teacher_id, school_id, other_school_id, school_year, kind, before, after, note, at, actor_name
    from people.teacher_change where district_id = any (${districtIds}::int[]) and teacher_id = ${teacherId}
    order by at desc, id desc limit 200`.execute(db)
  return rows
}

/** The row that a teacher had when they left a year's register last, for taking it back. */
export async function findLeft(
  db: Db,
  districtIds: readonly number[],
  teacherId: string,
  schoolYear: number,
): Promise<{ districtId: number; schoolId: number; before: TeacherRow } | undefined> {
  const { rows } = await sql<{ districtId: number; schoolId: number; before: TeacherRow }>`
    select c.district_id, c.school_id, c.before from people.teacher_change c
    where c.district_id = any (${districtIds}::int[]) and c.teacher_id = ${teacherId} and c.school_year = ${schoolYear}
      and c.kind = '离校' and not exists (select from people.teacher_year t where t.district_id = c.district_id
        and t.teacher_id = c.teacher_id and t.school_year = c.school_year)
    order by c.at desc, c.id desc limit 1`.execute(db)
  return rows[0]
}
