import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

export interface ExemptionRow {
  districtId: number
  id: string
  teacherId: string
  schoolId: number
  kind: string
  fromDay: string
  untilDay: string
  note: string | null
  proofSha256: string | null
  proofName: string | null
  proofType: string | null
  recordedAt: Date
  recordedBy: string
  withdrawnAt: Date | null
  withdrawnBy: string | null
  withdrawnWhy: string | null
}

const columns = sql`e.district_id, e.id, e.teacher_id, e.school_id, e.kind, e.from_day, e.until_day, e.note, e.proof_sha256,
  e.proof_name, e.proof_type, e.recorded_at, e.recorded_by, e.withdrawn_at, e.withdrawn_by, e.withdrawn_why`

/** The days of the exemptions of these teachers that were not withdrawn. */
export async function listExemptPeriods(
  db: Db,
  districtIds: readonly number[],
  teacherIds: readonly string[],
): Promise<Pick<ExemptionRow, 'districtId' | 'teacherId' | 'fromDay' | 'untilDay'>[]> {
  const { rows } = await sql<ExemptionRow>`
    select district_id, teacher_id, from_day, until_day from people.exemption
    where district_id = any (${districtIds}::int[]) and teacher_id = any (${teacherIds}::uuid[])
      and withdrawn_at is null`.execute(db)
  return rows
}

/** A teacher's exemptions, the latest first. */
export async function listExemptions(
  db: Db,
  districtIds: readonly number[],
  teacherId: string,
): Promise<ExemptionRow[]> {
  const { rows } = await sql<ExemptionRow>`
    select ${columns} from people.exemption e
    where e.district_id = any (${districtIds}::int[]) and e.teacher_id = ${teacherId}
    order by e.from_day desc, e.id`.execute(db)
  return rows
}

export async function findExemption(
  db: Db,
  districtIds: readonly number[],
  id: string,
): Promise<ExemptionRow | undefined> {
  const { rows } = await sql<ExemptionRow>`
    select ${columns} from people.exemption e where e.district_id = any (${districtIds}::int[]) and e.id = ${id}`.execute(
    db,
  )
  return rows[0]
}

export type NewExemption = Pick<
  ExemptionRow,
  | 'districtId'
  | 'id'
  | 'teacherId'
  | 'schoolId'
  | 'kind'
  | 'fromDay'
  | 'untilDay'
  | 'note'
  | 'recordedAt'
  | 'recordedBy'
>

export async function insertExemption(db: Db, exemption: NewExemption): Promise<void> {
  await db.insertInto('people.exemption').values(exemption).execute()
}

export async function updateProof(
  db: Db,
  { districtId, id }: Pick<ExemptionRow, 'districtId' | 'id'>,
  proof: { proofSha256: string; proofName: string; proofType: string },
): Promise<void> {
  await db
    .updateTable('people.exemption')
    .set(proof)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

export async function markWithdrawn(
  db: Db,
  { districtId, id }: Pick<ExemptionRow, 'districtId' | 'id'>,
  withdrawn: { withdrawnAt: Date; withdrawnBy: string; withdrawnWhy: string },
): Promise<void> {
  await db
    .updateTable('people.exemption')
    .set(withdrawn)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

/** Whose leadership keeps a teacher's exemptions: that of the school where the teacher is now. */
export async function updateExemptionSchool(
  db: Db,
  { districtId, teacherId }: { districtId: number; teacherId: string },
  schoolId: number,
): Promise<void> {
  await sql`update people.exemption set school_id = ${schoolId} where district_id = ${districtId}
    and teacher_id = ${teacherId} and school_id <> ${schoolId}`.execute(db)
}

/** Gives one teacher's exemptions to another; returns which. */
export async function updateExemptionTeacher(
  db: Db,
  districtId: number,
  { from, to }: { from: string; to: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update people.exemption set teacher_id = ${to} where district_id = ${districtId} and teacher_id = ${from}
    returning id`.execute(db)
  return rows.map(({ id }) => id)
}

export async function updateExemptionTeacherBack(
  db: Db,
  districtId: number,
  ids: readonly string[],
  to: string,
): Promise<void> {
  await sql`update people.exemption set teacher_id = ${to} where district_id = ${districtId}
    and id = any (${ids}::uuid[])`.execute(db)
}

/** How many exemptions of each of these schools end between two days. */
export async function countEnding(
  db: Db,
  schools: readonly { districtId: number; schoolId: number }[],
  fromDay: string,
  untilDay: string,
): Promise<{ schoolId: number; n: number; first: string }[]> {
  const { rows } = await sql<{ schoolId: number; n: number; first: string }>`
    select e.school_id, count(*) as n, min(e.until_day) as first from people.exemption e
    where e.district_id = any (${[...new Set(schools.map(({ districtId }) => districtId))]}::int[])
      and e.school_id = any (${schools.map(({ schoolId }) => schoolId)}::int[])
      and e.until_day between ${fromDay}::date and ${untilDay}::date and e.withdrawn_at is null
    group by e.school_id order by e.school_id`.execute(db)
  return rows
}

/** Whose exemptions that were not withdrawn would be about nobody without the rows of an import. */
export async function listExemptedOnlyBy(db: Db, importId: string): Promise<{ teacherId: string; name: string }[]> {
  const { rows } = await sql<{ teacherId: string; name: string }>`
    select t.teacher_id, max(t.name) as name from people.teacher_year t
    where t.import_id = ${importId}
      and exists (select from people.exemption e where e.district_id = t.district_id and e.teacher_id = t.teacher_id
        and e.withdrawn_at is null)
      and not exists (select from people.teacher_year o where o.district_id = t.district_id
        and o.teacher_id = t.teacher_id and o.import_id is distinct from ${importId})
    group by t.district_id, t.teacher_id order by name, t.teacher_id`.execute(db)
  return rows
}
