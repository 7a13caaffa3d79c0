import { sql } from 'kysely'
import type { Db } from './database.ts'

const FOREIGN_KEY_VIOLATION = '23503'

/** Does work inside a transaction unless other rows refer to what it would take away: then nothing of it is done. */
export async function unlessReferred(db: Db, work: () => Promise<void>): Promise<boolean> {
  await sql`savepoint unless_referred`.execute(db)
  try {
    await work()
    await sql`release savepoint unless_referred`.execute(db)
    return true
  } catch (error) {
    if ((error as { code?: string }).code !== FOREIGN_KEY_VIOLATION) throw error
    await sql`rollback to savepoint unless_referred`.execute(db)
    return false
  }
}
