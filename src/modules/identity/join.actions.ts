import { roleNames } from '#shared/access.ts'
import { refuse } from '#shared/problem.ts'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { visitor, type Exchange } from '#platform/route.ts'
import { countLogins, findAccount, insertAccount, updatePassword, type NewAccount } from './account.sql.ts'
import { answersFor } from './grant.access.ts'
import { insertGrants } from './grant.sql.ts'
import type { invitationApi } from './invitation.contract.ts'
import {
  deletePasswordLinksOf,
  findInvitationByToken,
  findPasswordLink,
  markInvitationUsed,
  type Invitation,
} from './invitation.sql.ts'
import { hashPassword } from './password.actions.ts'
import { whyNotPassword } from './password.rules.ts'
import { identityProblems } from './problems.ts'
import { beginSession, meOf } from './session.actions.ts'
import type { Me } from './session.contract.ts'
import { deleteSessionsOf } from './session.sql.ts'
import { hashOf } from './token.ts'
import { actorToday, forget } from './who.actions.ts'

/** The open invitation behind a link; used up, taken back, too old and never made are all the same to who asks. */
export async function invitationOf(ctx: Context, token: string): Promise<Invitation> {
  const found = await ctx.asOwner((db) => findInvitationByToken(db, hashOf(token), ctx.now, ctx.today))
  if (!found || !(await isAnsweredFor(ctx, found))) throw identityProblems.linkGone()
  return found
}

/** Who lost the right to give lets nobody in by a link made before; the command line has no account and no right to lose. */
async function isAnsweredFor(ctx: Context, invitation: Invitation): Promise<boolean> {
  const inviter = await ctx.asOwner((db) => findAccount(db, invitation.madeBy))
  return !inviter || answersFor(await actorToday(ctx, inviter), invitation)
}

export const lookOf = (
  { actor }: Context,
  { name, madeBy, madeByName, grants, expiresAt }: Invitation,
): Reply<typeof invitationApi.look> => ({
  mine: [visitor.id, madeBy].includes(actor.id) ? null : actor.name,
  name,
  madeByName,
  grants: grants.map(({ role, unitName, untilDay }) => ({ roleName: roleNames[role], unitName, untilDay })),
  expiresAt: expiresAt.toISOString(),
})

/** Makes the account of the person who was invited, gives it the roles and signs it in. */
export async function join(
  ctx: Context,
  invitation: Invitation,
  { login, password }: { login: string; password: string },
  exchange: Exchange,
): Promise<Me> {
  await refuseLogin(ctx, login)
  refuse(whyNotPassword(login, password))
  const account = await openAccount(ctx, invitation, { login, passwordHash: await hashPassword(password) })
  await beginSession(ctx, account, exchange)
  return meOf(ctx, await actorToday(ctx, account), { login, mustChangePassword: false, totpSince: null })
}

/** Whether a login may still be chosen: that of a closed account stays its own. */
export async function refuseLogin(ctx: Context, login: string): Promise<void> {
  refuse(/^[\w.-]{2,40}$/.test(login) ? undefined : identityProblems.badLogin())
  if (await ctx.asOwner((db) => countLogins(db, login))) throw identityProblems.loginTaken({ login })
}

/** Puts the account of an invitation on file, with its roles; from then on the link opens nothing. */
export async function openAccount(
  ctx: Context,
  invitation: Invitation,
  { login, passwordHash }: { login: string; passwordHash: string },
): Promise<{ id: string; name: string }> {
  const { name, mail, phone, teacherDistrictId, teacherId } = invitation
  const id = ctx.newId()
  const account: NewAccount = { id, login, name, passwordHash, mustChangePassword: false, createdAt: ctx.now }
  await ctx.asOwner((db) => insertAccount(db, { ...account, mail, phone, teacherDistrictId, teacherId }))
  await takeUp(ctx, invitation, id)
  ctx.note({ accountId: id, actorName: name, login })
  return { id, name }
}

/** Gives an account what an invitation promises. */
export async function takeUp(ctx: Context, { id, grants }: Invitation, accountId: string): Promise<void> {
  await ctx.asOwner(async (db) => {
    await insertGrants(
      db,
      grants.map(({ role, unitId, fromDay, untilDay }) => ({
        id: ctx.newId(),
        accountId,
        role,
        unitId,
        fromDay: fromDay > ctx.today ? fromDay : ctx.today,
        untilDay,
      })),
    )
    await markInvitationUsed(db, id, accountId, ctx.now)
  })
  const [first] = grants
  if (first) ctx.note({ role: roleNames[first.role], unit: first.unitName })
  forget(accountId)
}

/** Whose password a link sets. */
export async function passwordLinkOf(ctx: Context, token: string) {
  const found = await ctx.asOwner((db) => findPasswordLink(db, hashOf(token), ctx.now))
  if (!found) throw identityProblems.linkGone()
  return { ...found, id: found.accountId }
}

/** Sets the password by a link: every session ends, and the link with it. */
export async function setPassword(
  ctx: Context,
  { accountId, login, name }: { accountId: string; login: string; name: string },
  password: string,
): Promise<void> {
  refuse(whyNotPassword(login, password))
  const passwordHash = await hashPassword(password)
  await ctx.asOwner(async (db) => {
    await updatePassword(db, accountId, { passwordHash, mustChangePassword: false })
    await deletePasswordLinksOf(db, accountId)
    await deleteSessionsOf(db, accountId, null)
  })
  forget(accountId)
  ctx.note({ accountId, actorName: name, login })
}
