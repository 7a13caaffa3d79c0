import { createHash } from 'node:crypto'
import type { Db } from '#platform/database/database.ts'

const LATER = new Date('2030-01-01T00:00:00Z')
const ids = { 'liaison-two': 2, 'liaison-three': 3 } as const
type Login = keyof typeof ids

export const cookieOf = (login: Login): string => `yanzhen=the-session-of-${login}`

/** An account that speaks for a school, with a session that does not run out. */
export async function accountFor(db: Db, login: Login, unitId: number): Promise<void> {
  const id = `00000000-0000-7000-a200-00000000000${ids[login]}`
  await db
    .insertInto('identity.account')
    .values({ id, login, name: login, passwordHash: '', createdAt: new Date(0) })
    .execute()
  const grant = { id: id.replace('-a200-', '-b200-'), accountId: id, role: 'liaison' as const, unitId }
  await db
    .insertInto('identity.grant')
    .values({ ...grant, fromDay: '2020-09-01' })
    .execute()
  const tokenHash = createHash('sha256').update(`the-session-of-${login}`).digest()
  await db
    .insertInto('identity.session')
    .values({ tokenHash, accountId: id, createdAt: LATER, seenAt: LATER })
    .execute()
}
