import type { Db } from '#platform/database/database.ts'

export interface Session {
  accountId: string
  name: string
  createdAt: Date
  seenAt: Date
  /** The password was right, the code is still owed. */
  half: boolean
}

/** The session behind a token's hash, if its account is open. */
export function findSession(db: Db, tokenHash: Buffer): Promise<Session | undefined> {
  return db
    .selectFrom('identity.session as s')
    .innerJoin('identity.account as a', 'a.id', 's.accountId')
    .select(['s.accountId', 'a.name', 's.createdAt', 's.seenAt', 's.half'])
    .where('s.tokenHash', '=', tokenHash)
    .where('a.closedAt', 'is', null)
    .executeTakeFirst()
}

export interface NewSession {
  tokenHash: Buffer
  accountId: string
  createdAt: Date
  seenAt: Date
  address: string
  agent: string
  half: boolean
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  await db.insertInto('identity.session').values(session).execute()
}

export async function markSeen(db: Db, tokenHash: Buffer, now: Date): Promise<void> {
  await db.updateTable('identity.session').set({ seenAt: now }).where('tokenHash', '=', tokenHash).execute()
}

export async function deleteSession(db: Db, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom('identity.session').where('tokenHash', '=', tokenHash).execute()
}

/** Ends every session of an account, but for the one that asks. */
export async function deleteSessionsOf(db: Db, accountId: string, except: Buffer | null): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('identity.session')
    .where('accountId', '=', accountId)
    .$if(except !== null, (query) => query.where('tokenHash', '!=', except!))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Takes away sessions that nobody can go on with. */
export async function deleteExpiredSessions(db: Db, seenBefore: Date, createdBefore: Date): Promise<void> {
  await db
    .deleteFrom('identity.session')
    .where((eb) => eb.or([eb('seenAt', '<', seenBefore), eb('createdAt', '<', createdBefore)]))
    .execute()
}

export interface SessionLine {
  tokenHash: Buffer
  createdAt: Date
  seenAt: Date
  address: string | null
  agent: string | null
}

/** Where an account is signed in, the latest first. */
export function listSessions(db: Db, accountId: string): Promise<SessionLine[]> {
  return db
    .selectFrom('identity.session')
    .select(['tokenHash', 'createdAt', 'seenAt', 'address', 'agent'])
    .where('accountId', '=', accountId)
    .where('half', '=', false)
    .orderBy('seenAt', 'desc')
    .execute()
}
