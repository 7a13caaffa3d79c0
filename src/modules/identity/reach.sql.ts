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
