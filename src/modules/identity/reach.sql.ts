import { sql } from 'kysely'
import type { Role } from '#shared/access.ts'
import type { Db } from '#platform/database/database.ts'

/** Who holds one of these roles at one of these units today, once for each unit. Read as the owner. */
export async function listAccountsAt(
  db: Db,
  { unitIds, roles, today }: { unitIds: readonly number[]; roles: readonly Role[]; today: string },
): Promise<{ accountId: string; unitId: number }[]> {
  const { rows } = await sql<{ accountId: string; unitId: number }>`
    select distinct g.account_id, g.unit_id from identity."grant" g join identity.account a on a.id = g.account_id
    where g.unit_id = any (${unitIds}::int[]) and g.role = any (${roles}::text[]) and a.closed_at is null
      and g.from_day <= ${today}::date and (g.until_day is null or g.until_day >= ${today}::date)`.execute(db)
  return rows
}

/** The teacher whose account it is, where that is known. Read as the owner. */
export async function findTeacherOfAccount(
  db: Db,
  accountId: string,
): Promise<{ districtId: number; teacherId: string } | undefined> {
  const { rows } = await sql<{ districtId: number; teacherId: string }>`
    select teacher_district_id as district_id, teacher_id from identity.account
    where id = ${accountId} and teacher_id is not null`.execute(db)
  return rows[0]
}

/** The open accounts of teachers of a district. Read as the owner. */
export async function listAccountsOfTeachers(
  db: Db,
  districtId: number,
  teacherIds: readonly string[],
): Promise<{ accountId: string; teacherId: string }[]> {
  const { rows } = await sql<{ accountId: string; teacherId: string }>`
    select id as account_id, teacher_id from identity.account
    where teacher_district_id = ${districtId} and teacher_id = any (${teacherIds}::uuid[]) and closed_at is null`.execute(
    db,
  )
  return rows
}
