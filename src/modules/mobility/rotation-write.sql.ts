import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { RotationStatus } from './batch.rules.ts'

export interface NewRotationRow {
  districtId: number
  id: string
  schoolYear: number
  teacherId: string
  schoolId: number
  fromSchoolId: number
  toSchoolId: number
  form: string
  startOn: string
  endOn: string
  groupNo: string | null
  status: RotationStatus
  clusterId: number
  batchId: string
  ftePercent: number
  weeklyLessons: number | null
  termYears: number | null
  relationMoved: boolean
  titleAtStart: string | null
  backboneAtStart: string | null
  subjectAtStart: string | null
  note: string | null
  addedAt: Date
  addedBy: string
}

/** Whether it is on file now; not where one of the same teacher, school and first day is. */
export async function insertRotation(db: Db, row: NewRotationRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mobility.rotation')
    .values(row)
    .onConflict((same) => same.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

type Drafted = Pick<
  NewRotationRow,
  | 'toSchoolId'
  | 'form'
  | 'startOn'
  | 'endOn'
  | 'termYears'
  | 'ftePercent'
  | 'weeklyLessons'
  | 'groupNo'
  | 'relationMoved'
  | 'note'
>

/** False where the teacher has another rotation to that school from that day. */
export async function updateDrafted(
  db: Db,
  { districtId, id, teacherId }: Pick<NewRotationRow, 'districtId' | 'id' | 'teacherId'>,
  to: Drafted,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update mobility.rotation r set to_school_id = ${to.toSchoolId}, form = ${to.form}, start_on = ${to.startOn},
      end_on = ${to.endOn}, term_years = ${to.termYears}, fte_percent = ${to.ftePercent},
      weekly_lessons = ${to.weeklyLessons}, group_no = ${to.groupNo}, relation_moved = ${to.relationMoved}, note = ${to.note}
    where r.district_id = ${districtId} and r.id = ${id} and r.status = '拟定'
      and not exists (select from mobility.rotation k where k.district_id = r.district_id and k.id <> r.id
        and k.teacher_id = ${teacherId} and k.to_school_id = ${to.toSchoolId} and k.start_on = ${to.startOn}::date)
    returning r.id`.execute(db)
  return rows.length > 0
}

export async function deleteRotation(db: Db, districtId: number, batchId: string, id: string): Promise<void> {
  await sql`delete from mobility.rotation
    where district_id = ${districtId} and batch_id = ${batchId} and id = ${id} and status = '拟定'`.execute(db)
}

export async function deleteRotationsOf(db: Db, districtId: number, batchId: string): Promise<void> {
  await sql`delete from mobility.rotation
    where district_id = ${districtId} and batch_id = ${batchId} and status = '拟定'`.execute(db)
}

export interface Changed {
  districtId: number
  id: string
  teacherId: string
  schoolId: number
  schoolYear: number
  batchId: string
}

const changed = sql`district_id, id, teacher_id, school_id, school_year, batch_id`

/** What goes on in a batch is approved. */
export async function markApproved(db: Db, districtId: number, batchId: string): Promise<Changed[]> {
  const { rows } = await sql<Changed>`update mobility.rotation set status = '已批准'
    where district_id = ${districtId} and batch_id = ${batchId} and status = '拟定' returning ${changed}`.execute(db)
  return rows
}

/** What was approved takes effect: of one batch, before its day where `early`, or of all whose first day has come. */
export async function markActive(
  db: Db,
  today: string,
  { districtIds, batchId, early = false }: { districtIds: readonly number[]; batchId?: string; early?: boolean },
): Promise<Changed[]> {
  const { rows } = await sql<Changed>`update mobility.rotation set status = '已生效', active_on = ${today}
    where district_id = any (${districtIds}::int[]) and status = '已批准' and batch_id is not null
      and (${batchId ?? null}::uuid is null or batch_id = ${batchId ?? null}::uuid)
      and (${early} or start_on <= ${today}::date) returning ${changed}`.execute(db)
  return rows
}

export async function markWithdrawn(
  db: Db,
  { districtId, id }: { districtId: number; id: string },
  { on, by, why }: { on: string; by: string; why: string },
): Promise<void> {
  await sql`update mobility.rotation set status = '已撤销', withdrawn_on = ${on}, withdrawn_by = ${by},
    withdrawn_why = ${why} where district_id = ${districtId} and id = ${id}`.execute(db)
}

/** Whose last day has gone by and whose receiving school has said its last word: over. Of one, or of all. */
export async function markClosed(
  db: Db,
  today: string,
  { districtIds, id }: { districtIds: readonly number[]; id?: string },
): Promise<Changed[]> {
  const { rows } = await sql<Changed>`update mobility.rotation r set status = '已结束', closed_on = ${today}
    where r.district_id = any (${districtIds}::int[]) and r.status = '已生效'
      and coalesce(r.end_on, make_date(r.school_year + 1, 8, 31)) <= ${today}::date
      and (${id ?? null}::uuid is null or r.id = ${id ?? null}::uuid)
      and exists (select from mobility.appraisal a
        where a.district_id = r.district_id and a.rotation_id = r.id and a.is_final)
    returning ${changed}`.execute(db)
  return rows
}

/** Notes the day on which these were filed with the district. */
export async function markFiled(
  db: Db,
  districtIds: readonly number[],
  ids: readonly string[],
  day: string,
): Promise<void> {
  await sql`update mobility.rotation set filed_on = ${day}
    where district_id = any (${districtIds}::int[]) and id = any (${ids}::uuid[])`.execute(db)
}

export interface Registered {
  districtId: number
  teacherId: string
  name: string
  staffNo: string
  schoolId: number
  subject: string | null
  title: string | null
  backbone: string | null
  eligible: boolean
}

/** A teacher as the register of a school year has them, or the latest before it. */
export async function findRegistered(
  db: Db,
  districtId: number,
  teacherId: string,
  schoolYear: number,
): Promise<Registered | undefined> {
  const { rows } = await sql<Registered>`
    select district_id, teacher_id, name, staff_no, school_id, subject, title, backbone, eligible
    from people.teacher_year where district_id = ${districtId} and teacher_id = ${teacherId}
      and school_year <= ${schoolYear} order by school_year desc limit 1`.execute(db)
  return rows[0]
}
