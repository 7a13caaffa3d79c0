import { sql } from 'kysely'
import type { Role } from '#shared/access.ts'
import type { Db } from '#platform/database/database.ts'
import type { Attempts } from './lockout.rules.ts'

export interface Account extends Attempts {
  id: string
  login: string
  name: string
  passwordHash: string
  mustChangePassword: boolean
  /** Since when the second factor is asked for; null: it is not. */
  totpSince: Date | null
  teacherDistrictId: number | null
  teacherId: string | null
  closedAt: Date | null
}

const columns = [
  'id',
  'login',
  'name',
  'passwordHash',
  'mustChangePassword',
  'failures',
  'lockedUntil',
  'totpSince',
  'teacherDistrictId',
  'teacherId',
  'closedAt',
] as const

export function findAccount(db: Db, id: string): Promise<Account | undefined> {
  return db.selectFrom('identity.account').select(columns).where('id', '=', id).executeTakeFirst()
}

/** The account, held until the transaction ends, so that guesses made at once are counted one after the other. */
export function findAccountHeld(db: Db, id: string): Promise<Account | undefined> {
  return db.selectFrom('identity.account').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** The open account of that login, held until the transaction ends: two guesses at once are counted one after the other. */
export function findAccountByLogin(db: Db, login: string): Promise<Account | undefined> {
  return db
    .selectFrom('identity.account')
    .select(columns)
    .where(sql`lower(login)`, '=', login.toLowerCase())
    .where('closedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** How many accounts, open or closed, have that login: none or one. */
export async function countLogins(db: Db, login: string): Promise<number> {
  const { count } = await db
    .selectFrom('identity.account')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(sql`lower(login)`, '=', login.toLowerCase())
    .executeTakeFirstOrThrow()
  return count
}

export async function countAccounts(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('identity.account')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export interface NewAccount {
  id: string
  login: string
  name: string
  passwordHash: string
  mustChangePassword: boolean
  createdAt: Date
  mail?: string | null
  phone?: string | null
  teacherDistrictId?: number | null
  teacherId?: string | null
}

export async function insertAccount(db: Db, account: NewAccount): Promise<void> {
  await db.insertInto('identity.account').values(account).execute()
}

export async function updateAttempts(db: Db, id: string, { failures, lockedUntil }: Attempts): Promise<void> {
  await db.updateTable('identity.account').set({ failures, lockedUntil }).where('id', '=', id).execute()
}

export async function updatePassword(
  db: Db,
  id: string,
  password: { passwordHash: string; mustChangePassword: boolean },
): Promise<void> {
  await db
    .updateTable('identity.account')
    .set({ ...password, failures: 0, lockedUntil: null })
    .where('id', '=', id)
    .execute()
}

/** When the account was last at work, to the minute. */
export async function markAccountSeen(db: Db, id: string, seenAt: Date): Promise<void> {
  await db.updateTable('identity.account').set({ seenAt }).where('id', '=', id).execute()
}

export async function markClosed(db: Db, id: string, now: Date): Promise<void> {
  await db.updateTable('identity.account').set({ closedAt: now }).where('id', '=', id).execute()
}

export async function markReopened(db: Db, id: string): Promise<void> {
  await db.updateTable('identity.account').set({ closedAt: null }).where('id', '=', id).execute()
}

export interface Grant {
  role: Role
  unitId: number
}

/** The roles of an account in force on a day. */
export function listGrants(db: Db, accountId: string, today: string): Promise<Grant[]> {
  return db
    .selectFrom('identity.grant')
    .select(['role', 'unitId'])
    .where('accountId', '=', accountId)
    .where('fromDay', '<=', today)
    .where((eb) => eb.or([eb('untilDay', 'is', null), eb('untilDay', '>=', today)]))
    .orderBy('fromDay')
    .orderBy('id')
    .execute()
}

export interface NewGrant extends Grant {
  id: string
  accountId: string
  fromDay: string
  untilDay: string | null
}

export async function insertGrant(db: Db, grant: NewGrant): Promise<void> {
  await db.insertInto('identity.grant').values(grant).execute()
}

export interface AccountLine {
  id: string
  login: string
  name: string
  closed: boolean
  grants: { role: Role; unitId: number; untilDay: string | null }[]
}

/** Every account with its roles, by login. */
export async function listAccounts(db: Db): Promise<AccountLine[]> {
  const { rows } = await sql<AccountLine>`
    select a.id, a.login, a.name, a.closed_at is not null as closed, coalesce(
      jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id, 'untilDay', g.until_day) order by g.from_day, g.id)
        filter (where g.id is not null), '[]') as grants
    from identity.account a left join identity."grant" g on g.account_id = a.id
    group by a.id order by a.login`.execute(db)
  return rows
}
