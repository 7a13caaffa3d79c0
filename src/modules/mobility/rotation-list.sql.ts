import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { BatchState, RotationStatus } from './batch.rules.ts'

/** A rotation with the names that go with it; '' where the register shows the reader none. */
export interface FoundRotation {
  districtId: number
  id: string
  schoolYear: number
  teacherId: string
  name: string
  staffNo: string
  subject: string | null
  title: string | null
  backbone: string | null
  schoolId: number
  fromSchoolId: number
  fromSchool: string
  toSchoolId: number
  toSchool: string
  form: string
  status: RotationStatus
  startOn: string
  endOn: string | null
  groupNo: string | null
  clusterId: number
  batchId: string | null
  batchState: BatchState | null
  ftePercent: number | null
  weeklyLessons: number | null
  termYears: number | null
  relationMoved: boolean | null
  note: string | null
  addedAt: Date | null
  addedBy: string | null
  activeOn: string | null
  filedOn: string | null
  closedOn: string | null
  withdrawnOn: string | null
  withdrawnBy: string | null
  withdrawnWhy: string | null
  /** From this day on at home again, as a batch has it that is not approved yet or has been. */
  recallOn: string | null
  /** The school years that the receiving school has appraised. */
  appraised: number[]
}

/** Title and backbone level of one that a ledger brought in are those of the register of its year, where it has one. */
async function select(db: Db, where: RawBuilder<unknown>): Promise<FoundRotation[]> {
  const { rows } = await sql<FoundRotation>`
    select r.district_id, r.id, r.school_year, r.teacher_id, coalesce(p.name, '') as name,
      coalesce(p.staff_no, '') as staff_no, coalesce(r.subject_at_start, p.subject) as subject,
      case when r.batch_id is not null then r.title_at_start when p.school_year = r.school_year then p.title end as title,
      case when r.batch_id is not null then r.backbone_at_start
        when p.school_year = r.school_year then p.backbone end as backbone,
      r.school_id, r.from_school_id, f.name as from_school, r.to_school_id, d.name as to_school, r.form, r.status,
      r.start_on, r.end_on, r.group_no, r.cluster_id, r.batch_id, b.state as batch_state, r.fte_percent,
      r.weekly_lessons, r.term_years, r.relation_moved, r.note, r.added_at, r.added_by, r.active_on, r.filed_on,
      r.closed_on, r.withdrawn_on, r.withdrawn_by, r.withdrawn_why, r.recall_on,
      coalesce(a.appraised, '{}') as appraised
    from mobility.rotation r
    join organizations.unit f on f.id = r.from_school_id
    join organizations.unit d on d.id = r.to_school_id
    left join mobility.batch b on b.district_id = r.district_id and b.id = r.batch_id
    left join lateral (select t.name, t.pinyin, t.staff_no, t.subject, t.title, t.backbone, t.school_year
      from people.teacher_year t where t.district_id = r.district_id and t.teacher_id = r.teacher_id
      order by (t.school_year = r.school_year) desc, t.school_year desc limit 1) p on true
    left join lateral (select array_agg(m.school_year::int) as appraised from mobility.appraisal m
      where m.district_id = r.district_id and m.rotation_id = r.id) a on true
    where ${where}
    order by p.pinyin collate "C" nulls last, r.start_on, r.id limit 2000`.execute(db)
  return rows
}

const lastDay = sql`coalesce(r.end_on, make_date(r.school_year + 1, 8, 31))`

/** What runs in a school year and leaves or goes to one of these schools. */
export const listRunning = (
  db: Db,
  schools: readonly { schoolId: number; districtId: number }[],
  schoolYear: number,
): Promise<FoundRotation[]> => {
  const ids = schools.map(({ schoolId }) => schoolId)
  return select(
    db,
    sql`r.district_id = any (${schools.map(({ districtId }) => districtId)}::int[])
      and (r.from_school_id = any (${ids}::int[]) or r.to_school_id = any (${ids}::int[]))
      and r.start_on <= make_date(${schoolYear}::int + 1, 8, 31) and ${lastDay} >= make_date(${schoolYear}::int, 9, 1)`,
  )
}

export const listOfBatch = (db: Db, districtId: number, batchId: string): Promise<FoundRotation[]> =>
  select(db, sql`r.district_id = ${districtId} and r.batch_id = ${batchId}`)

/** Who a batch calls back before the term is over. */
export const listRecalledBy = (db: Db, districtId: number, batchId: string): Promise<FoundRotation[]> =>
  select(db, sql`r.district_id = ${districtId} and r.recall_batch_id = ${batchId}`)

/** A teacher's rotations, whatever became of them. */
export const listOfTeacher = (db: Db, districtId: number, teacherId: string): Promise<FoundRotation[]> =>
  select(db, sql`r.district_id = ${districtId} and r.teacher_id = ${teacherId}`)

export async function findRotation(
  db: Db,
  districtIds: readonly number[],
  id: string,
): Promise<FoundRotation | undefined> {
  const [found] = await select(db, sql`r.district_id = any (${districtIds}::int[]) and r.id = ${id}`)
  return found
}

/** What is in force at these schools and went through the procedure: each is to be appraised by and by. */
export const listInForceAt = (
  db: Db,
  districtIds: readonly number[],
  schoolIds: readonly number[],
): Promise<FoundRotation[]> =>
  select(
    db,
    sql`r.district_id = any (${districtIds}::int[]) and r.to_school_id = any (${schoolIds}::int[])
      and r.status = '已生效' and r.batch_id is not null`,
  )

/** The school years in which anything of these schools began. */
export async function listRotationYears(
  db: Db,
  schools: readonly { schoolId: number; districtId: number }[],
): Promise<number[]> {
  const { rows } = await sql<{ schoolYear: number }>`
    select distinct school_year from mobility.rotation
    where district_id = any (${schools.map(({ districtId }) => districtId)}::int[])
      and school_id = any (${schools.map(({ schoolId }) => schoolId)}::int[])`.execute(db)
  return rows.map(({ schoolYear }) => schoolYear)
}
