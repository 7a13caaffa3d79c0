import type { Problem } from '#shared/problem.ts'
import { refuse } from '#shared/problem.ts'
import { offices, roleNames, type Actor, type Role } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import type { Exchange } from '#platform/route.ts'
import { findAccountByLogin, updateAttempts, updatePassword, type Account } from './account.sql.ts'
import { afterFailure, lockLeft } from './lockout.rules.ts'
import { hashPassword, isPassword } from './password.actions.ts'
import { whyNotPassword } from './password.rules.ts'
import { identityProblems } from './problems.ts'
import { deleteSession, deleteSessionsOf, insertSession } from './session.sql.ts'
import type { Me } from './session.contract.ts'
import { dropToken, hashOf, keepToken, newToken, tokenOf } from './token.ts'
import { actorToday, forget } from './who.actions.ts'

/** Signs a visitor in. A wrong password is answered, not thrown, so that it stays counted. */
export async function signIn(
  ctx: Context,
  { login, password }: { login: string; password: string },
  exchange: Exchange,
): Promise<Me | Problem> {
  const account = await ctx.asOwner((db) => findAccountByLogin(db, login.trim()))
  if (account) ctx.note({ accountId: account.id, actorName: account.name })
  const lock = account && lockLeft(account, ctx.now)
  if (lock) return identityProblems.locked(lock)
  const fits = await isPassword(password, account?.passwordHash)
  if (!account) return identityProblems.wrongPassword()
  if (!fits) return countFailure(ctx, account, identityProblems.wrongPassword())
  await ctx.asOwner((db) => updateAttempts(db, account.id, { failures: 0, lockedUntil: null }))
  await beginSession(ctx, account, exchange)
  return meOf(await actorToday(ctx, account), account)
}

async function countFailure(ctx: Context, account: Account, otherwise: Problem): Promise<Problem> {
  const attempts = afterFailure(account, ctx.now)
  await ctx.asOwner((db) => updateAttempts(db, account.id, attempts))
  const lock = lockLeft(attempts, ctx.now)
  return lock ? identityProblems.locked(lock) : otherwise
}

/** A new token at every sign-in: one that was known before is worth nothing after. */
async function beginSession(ctx: Context, { id }: Account, { request, reply }: Exchange): Promise<void> {
  const before = tokenOf(request, ctx.config)
  const token = newToken()
  await ctx.asOwner(async (db) => {
    if (before) await deleteSession(db, hashOf(before))
    await insertSession(db, {
      tokenHash: hashOf(token),
      accountId: id,
      createdAt: ctx.now,
      seenAt: ctx.now,
      address: request.ip,
      agent: (request.headers['user-agent'] ?? '').slice(0, 300),
    })
  })
  keepToken(reply, ctx.config, token)
}

/** Ends the session of this browser. */
export async function signOut(ctx: Context, { request, reply }: Exchange): Promise<void> {
  const token = tokenOf(request, ctx.config)
  if (token) await deleteSession(ctx.db, hashOf(token))
  forget(ctx.actor.id)
  dropToken(reply, ctx.config)
}

/** Gives the account a new password and ends its sessions on other machines. */
export async function changePassword(
  ctx: Context,
  account: Account,
  { current, next }: { current: string; next: string },
  { request }: Exchange,
): Promise<Problem | undefined> {
  const lock = lockLeft(account, ctx.now)
  if (lock) return identityProblems.locked(lock)
  if (!(await isPassword(current, account.passwordHash)))
    return countFailure(ctx, account, identityProblems.wrongCurrent())
  refuse(current === next ? identityProblems.samePassword() : whyNotPassword(account.login, next))
  const passwordHash = await hashPassword(next)
  await ctx.asOwner((db) => updatePassword(db, account.id, { passwordHash, mustChangePassword: false }))
  const token = tokenOf(request, ctx.config)
  await deleteSessionsOf(ctx.db, account.id, token ? hashOf(token) : null)
  forget(account.id)
  return undefined
}

const auditReaders: readonly Role[] = [...offices, 'administrator']

/** What the site's frame shows of the person who is signed in. */
export function meOf(actor: Actor, account: Pick<Account, 'login' | 'mustChangePassword'>): Me {
  const roles = actor.grants.map(({ role }) => role)
  return {
    id: actor.id,
    name: actor.name,
    login: account.login,
    grants: actor.grants.map((grant) => ({ ...grant, roleName: roleNames[grant.role] })),
    mustChangePassword: account.mustChangePassword,
    can: [
      ...(roles.some((role) => auditReaders.includes(role)) ? (['readAudit'] as const) : []),
      ...(roles.includes('administrator') ? (['keepAccounts'] as const) : []),
    ],
  }
}
