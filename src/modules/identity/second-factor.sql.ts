import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

export interface SecondFactor {
  totpSecret: Buffer | null
  totpSince: Date | null
  totpStep: number | null
}

/** The second factor of an account, held until the transaction ends: one code is not taken twice at once. */
export function findSecondFactor(db: Db, accountId: string): Promise<SecondFactor | undefined> {
  return db
    .selectFrom('identity.account')
    .select(['totpSecret', 'totpSince', 'totpStep'])
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
}

export async function updateSecondFactor(db: Db, accountId: string, factor: Partial<SecondFactor>): Promise<void> {
  await db.updateTable('identity.account').set(factor).where('id', '=', accountId).execute()
}

export async function insertRecoveryCodes(db: Db, accountId: string, hashes: readonly Buffer[]): Promise<void> {
  await db
    .insertInto('identity.recoveryCode')
    .values(hashes.map((codeHash) => ({ accountId, codeHash })))
    .execute()
}

export async function deleteRecoveryCodes(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('identity.recoveryCode').where('accountId', '=', accountId).execute()
}

/** Uses a recovery code up; false where there is none such, or it was used before. */
export async function markRecoveryCode(db: Db, accountId: string, codeHash: Buffer, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('identity.recoveryCode')
    .set({ usedAt: now })
    .where('accountId', '=', accountId)
    .where('codeHash', '=', codeHash)
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom('identity.recoveryCode')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('accountId', '=', accountId)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Takes the second factor away, with its codes. */
export async function deleteSecondFactor(db: Db, accountId: string): Promise<void> {
  await sql`with codes as (delete from identity.recovery_code where account_id = ${accountId})
    update identity.account set totp_secret = null, totp_since = null, totp_step = null
    where id = ${accountId}`.execute(db)
}
