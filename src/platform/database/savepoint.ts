import { sql } from 'kysely'
import type { Db } from './database.ts'

const FOREIGN_KEY_VIOLATION = '23503'
const CHECK_VIOLATION = '23514'

/** Does work inside a transaction unless other rows refer to what it would take away: then nothing of it is done. */
export const unlessReferred = (db: Db, work: () => Promise<void>): Promise<boolean> =>
  unless(db, FOREIGN_KEY_VIOLATION, work)

/** Does work inside a transaction unless a check of a table refuses it (a stock below zero): then nothing of it is done. */
export const unlessTooFew = (db: Db, work: () => Promise<void>): Promise<boolean> => unless(db, CHECK_VIOLATION, work)

async function unless(db: Db, state: string, work: () => Promise<void>): Promise<boolean> {
  await sql`savepoint unless_refused`.execute(db)
  try {
    await work()
    await sql`release savepoint unless_refused`.execute(db)
    return true
  } catch (error) {
    if ((error as { code?: string }).code !== state) throw error
    await sql`rollback to savepoint unless_refused`.execute(db)
    return false
  }
}
