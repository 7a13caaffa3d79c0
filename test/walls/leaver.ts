import { createHash } from 'node:crypto'
import type { Db } from '#platform/database/database.ts'
import { accountId, PLACES } from '../cast.ts'

const id = (kind: string) => `00000000-0000-7000-${kind}-000000000099`

/** An account that nobody plays, so that it may be ended, closed and signed out as often as one likes. */
export const LEAVER = {
  accountId: id('a000'),
  grantId: id('b000'),
  endedId: id('b001'),
  invitationId: id('a001'),
  correctionId: id('a002'),
}

/** A liaison of S1 who leaves, and an invitation there that nobody takes up. */
export async function insertLeaver(db: Db): Promise<void> {
  const now = new Date()
  const account = { id: LEAVER.accountId, login: 'leaver', name: '陈离任', passwordHash: '-', createdAt: now }
  await db.insertInto('identity.account').values(account).execute()
  const role = { role: 'liaison' as const, unitId: PLACES.s1, fromDay: '2020-09-01' }
  const grants = [LEAVER.grantId, LEAVER.endedId].map((one) => ({ id: one, accountId: LEAVER.accountId, ...role }))
  await db.insertInto('identity.grant').values(grants).execute()
  const invitation = {
    id: LEAVER.invitationId,
    tokenHash: createHash('sha256').update('the token of the invitation').digest(),
    name: '陈受邀',
    madeBy: accountId('office'),
    madeByName: '陈办一',
    madeAt: now,
    expiresAt: new Date(now.getTime() + 86_400_000),
  }
  await db.insertInto('identity.invitation').values(invitation).execute()
  const correction = {
    id: LEAVER.correctionId,
    accountId: LEAVER.accountId,
    accountName: '陈离任',
    schoolId: PLACES.s1,
  }
  await db
    .insertInto('identity.correction')
    .values({ ...correction, wish: '我的学科不对', madeAt: now })
    .execute()
  const invited = { ...role, id: id('b002'), invitationId: LEAVER.invitationId }
  await db.insertInto('identity.invitationGrant').values(invited).execute()
}
