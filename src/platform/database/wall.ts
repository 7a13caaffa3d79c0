import { sql } from 'kysely'
import type { Reach } from '#shared/access.ts'
import type { Db } from './database.ts'

/** Behind which wall a transaction runs: an account with what it sees, or the owner, whom no policy stops. */
export type Wall =
  | 'owner'
  | {
      accountId: string
      managesAccounts: boolean
      sees: Reach
      /** Which units the account is over: whose record (audit, imports) it may read. */
      unitIds?: readonly number[]
    }

export const appRole = 'yanzhen_app'

const uuid = /^[0-9a-f-]{36}$/
const array = (ids: readonly number[]) => `'{${ids.map((id) => Math.trunc(id)).join(',')}}'`

/** The statements that raise the wall. SET LOCAL only: the embedded engine has one session for everybody. */
export function wallSettings(wall: Wall): string {
  if (wall === 'owner') return ''
  if (!uuid.test(wall.accountId)) throw new Error('an account id is a uuid')
  return [
    `set local role ${appRole}`,
    `set local app.account_id = '${wall.accountId}'`,
    `set local app.manages_accounts = '${wall.managesAccounts ? 'on' : 'off'}'`,
    `set local app."all" = '${wall.sees.all ? 'on' : 'off'}'`,
    `set local app.district_ids = ${array(wall.sees.districtIds)}`,
    `set local app.school_ids = ${array(wall.sees.schoolIds)}`,
    `set local app.unit_ids = ${array(wall.unitIds ?? [])}`,
  ].join('; ')
}

/** Steps out of the wall for work that no person's rights decide (recounting), and back in, inside one transaction. */
export async function outsideTheWall<T>(db: Db, wall: Wall, work: (db: Db) => Promise<T>): Promise<T> {
  if (wall === 'owner') return work(db)
  await sql.raw('reset role').execute(db)
  const result = await work(db)
  await sql.raw(wallSettings(wall)).execute(db)
  return result
}
