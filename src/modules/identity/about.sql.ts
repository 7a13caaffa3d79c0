import { sql } from 'kysely'
import type { Role } from '#shared/access.ts'
import type { Db } from '#platform/database/database.ts'

export interface StoredAccount {
  login: string
  name: string
  mail: string | null
  phone: string | null
  createdAt: Date
  seenAt: Date | null
  totpSince: Date | null
}

export function findStoredAccount(db: Db, id: string): Promise<StoredAccount | undefined> {
  return db
    .selectFrom('identity.account')
    .select(['login', 'name', 'mail', 'phone', 'createdAt', 'seenAt', 'totpSince'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export interface StoredGrant {
  role: Role
  unitName: string
  fromDay: string
  untilDay: string | null
}

/** Every role that an account has, had or is to have. */
export async function listStoredGrants(db: Db, accountId: string): Promise<StoredGrant[]> {
  const { rows } = await sql<StoredGrant>`
    select g.role, u.name as unit_name, g.from_day, g.until_day from identity."grant" g
    join organizations.unit u on u.id = g.unit_id where g.account_id = ${accountId} order by g.from_day, g.id`.execute(
    db,
  )
  return rows
}

export interface StoredInvitation {
  madeByName: string
  madeAt: Date
  usedAt: Date | null
  mail: string | null
  phone: string | null
}

/** The invitations that brought an account its roles. */
export function listStoredInvitations(db: Db, accountId: string): Promise<StoredInvitation[]> {
  return db
    .selectFrom('identity.invitation')
    .select(['madeByName', 'madeAt', 'usedAt', 'mail', 'phone'])
    .where('usedBy', '=', accountId)
    .orderBy('madeAt')
    .execute()
}
