import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Filed, LedgerScope } from '#platform/ledger.ts'
import type { StayOnFile } from './same-stay.rules.ts'

export interface RotationRow {
  districtId: number
  schoolYear: number
  teacherId: string
  schoolId: number
  fromSchoolId: number
  toSchoolId: number
  form: string
  startOn: string
  endOn: string | null
  groupNo: string | null
  status: string
}

/** The rotations on file with the same teacher, receiving school and first day as these. */
export async function listRotations(
  db: Db,
  districtIds: readonly number[],
  like: readonly Pick<RotationRow, 'teacherId' | 'toSchoolId' | 'startOn'>[],
): Promise<RotationRow[]> {
  const { rows } = await sql<RotationRow>`
    select r.district_id, r.school_year, r.teacher_id, r.school_id, r.from_school_id, r.to_school_id, r.form, r.start_on,
      r.end_on, r.group_no, r.status
    from mobility.rotation r
    join unnest(${like.map((r) => r.teacherId)}::uuid[], ${like.map((r) => r.toSchoolId)}::int[],
      ${like.map((r) => r.startOn)}::date[]) as asked (teacher_id, to_school_id, start_on)
      using (teacher_id, to_school_id, start_on)
    where r.district_id = any (${districtIds}::int[])`.execute(db)
  return rows
}

/** All rotations on file of these teachers, those of a batch with its title. */
export async function listStays(
  db: Db,
  districtIds: readonly number[],
  teacherIds: readonly string[],
): Promise<StayOnFile[]> {
  const { rows } = await sql<StayOnFile>`
    select r.teacher_id, r.school_id, r.school_year, r.from_school_id, r.to_school_id, r.form, r.start_on, r.end_on,
      r.group_no, r.status, b.title as batch_title
    from mobility.rotation r
    left join mobility.batch b on b.district_id = r.district_id and b.id = r.batch_id
    where r.district_id = any (${districtIds}::int[]) and r.teacher_id = any (${teacherIds}::uuid[])
    order by r.start_on, r.id`.execute(db)
  return rows
}

/** Rotations that began in a school year, of one cluster. */
export async function countRotations(db: Db, { districtIds, clusterId, schoolYear }: LedgerScope): Promise<number> {
  const { n } = await db
    .selectFrom('mobility.rotation')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('districtId', 'in', districtIds)
    .where('clusterId', '=', clusterId)
    .where('schoolYear', '=', schoolYear)
    .executeTakeFirstOrThrow()
  return n
}

/** New rotations are added, those on file under the same key become what these say; what a batch decided stays. */
export async function saveRotations(db: Db, rotations: readonly (RotationRow & Filed)[]): Promise<void> {
  await sql`
    insert into mobility.rotation (district_id, id, school_year, teacher_id, school_id, from_school_id, to_school_id, form,
      start_on, end_on, group_no, status, cluster_id, import_id, source_row)
    select "districtId", id, "schoolYear", "teacherId", "schoolId", "fromSchoolId", "toSchoolId", form, "startOn", "endOn",
      "groupNo", status, "clusterId", "importId", "sourceRow"
    from jsonb_to_recordset(${JSON.stringify(rotations)}::jsonb) as r ("districtId" int, id uuid, "schoolYear" smallint,
      "teacherId" uuid, "schoolId" int, "fromSchoolId" int, "toSchoolId" int, form text, "startOn" date, "endOn" date,
      "groupNo" text, status text, "clusterId" int, "importId" uuid, "sourceRow" int)
    on conflict (district_id, teacher_id, to_school_id, start_on) do update set school_year = excluded.school_year,
      school_id = excluded.school_id, from_school_id = excluded.from_school_id, form = excluded.form,
      end_on = excluded.end_on, group_no = excluded.group_no, status = excluded.status, cluster_id = excluded.cluster_id,
      import_id = excluded.import_id, source_row = excluded.source_row
    where rotation.batch_id is null`.execute(db)
}
