import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

export interface AbsenceRow {
  districtId: number
  id: string
  schoolId: number
  teacherId: string
  fromDay: string
  untilDay: string
  reportedAt: Date
  reportedBy: string
  accountId: string
  withdrawnAt: Date | null
}

export async function insertAbsence(db: Db, { withdrawnAt: _, ...row }: AbsenceRow): Promise<void> {
  await db.insertInto('cover.absence').values(row).execute()
}

type Reason = '病假' | '事假' | '公务' | '培训' | '其他'

export async function insertReason(
  db: Db,
  row: { districtId: number; absenceId: string; schoolId: number; accountId: string; reason: Reason },
): Promise<void> {
  await db.insertInto('cover.absenceReason').values(row).execute()
}

/** The reason, for those behind whose wall it is found. */
export async function findReason(db: Db, districtId: number, absenceId: string): Promise<string | undefined> {
  const { rows } = await sql<{ reason: string }>`
    select reason from cover.absence_reason where district_id = ${districtId} and absence_id = ${absenceId}`.execute(db)
  return rows[0]?.reason
}

export async function findAbsence(db: Db, districtIds: readonly number[], id: string): Promise<AbsenceRow | undefined> {
  const { rows } = await sql<AbsenceRow>`
    select district_id, id, school_id, teacher_id, from_day, until_day, reported_at, reported_by, account_id, withdrawn_at
    from cover.absence where district_id = any (${districtIds}::int[]) and id = ${id}`.execute(db)
  return rows[0]
}

export async function markAbsenceWithdrawn(
  db: Db,
  { districtId, id }: Pick<AbsenceRow, 'districtId' | 'id'>,
  at: Date,
): Promise<void> {
  await sql`update cover.absence set withdrawn_at = ${at} where district_id = ${districtId} and id = ${id}`.execute(db)
}
