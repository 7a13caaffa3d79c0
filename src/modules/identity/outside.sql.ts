import type { Db } from '#platform/database/database.ts'

export interface OutsideAccount {
  issuer: string
  subject: string
  accountId: string
  /** What the sign-in of the house calls the person. */
  label: string
  linkedAt: Date
}

/** The open account that is linked to somebody of the house's sign-in. */
export async function findOutsideAccount(db: Db, issuer: string, subject: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('identity.outsideAccount as o')
    .innerJoin('identity.account as a', 'a.id', 'o.accountId')
    .select('o.accountId')
    .where('o.issuer', '=', issuer)
    .where('o.subject', '=', subject)
    .where('a.closedAt', 'is', null)
    .executeTakeFirst()
  return found?.accountId
}

/** Links an account; false where that somebody is linked already. */
export async function insertOutsideAccount(db: Db, outside: OutsideAccount): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('identity.outsideAccount')
    .values(outside)
    .onConflict((same) => same.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

export function listOutsideAccounts(db: Db, accountId: string): Promise<Pick<OutsideAccount, 'label' | 'linkedAt'>[]> {
  return db
    .selectFrom('identity.outsideAccount')
    .select(['label', 'linkedAt'])
    .where('accountId', '=', accountId)
    .orderBy('linkedAt')
    .execute()
}

export async function deleteOutsideAccounts(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('identity.outsideAccount').where('accountId', '=', accountId).execute()
}
