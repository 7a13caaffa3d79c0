import type { Problem } from '#shared/problem.ts'
import { refuse } from '#shared/problem.ts'
import { offices, roleNames, type Actor, type Role } from '#shared/access.ts'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import type { Exchange } from '#platform/route.ts'
import {
  findAccountByLogin,
  listGrants,
  markAccountSeen,
  updateAttempts,
  updatePassword,
  type Account,
} from './account.sql.ts'
import { afterFailure, lockLeft } from './lockout.rules.ts'
import { hashPassword, isPassword } from './password.actions.ts'
import { whyNotPassword } from './password.rules.ts'
import { identityProblems } from './problems.ts'
import { stateOf } from './second-factor.rules.ts'
import type { Me, sessionApi, SignedIn } from './session.contract.ts'
import { deleteSession, deleteSessionsOf, insertSession, listSessions } from './session.sql.ts'
import { dropToken, hashOf, keepToken, newToken, tokenOf } from './token.ts'
import { actorToday, forget } from './who.actions.ts'

/** Signs a visitor in. A wrong password is answered, not thrown, so that it stays counted. */
export async function signIn(
  ctx: Context,
  { login, password }: { login: string; password: string },
  exchange: Exchange,
): Promise<SignedIn | Problem> {
  const account = await ctx.asOwner((db) => findAccountByLogin(db, login.trim()))
  if (account) ctx.note({ accountId: account.id, actorName: account.name })
  const lock = account && lockLeft(account, ctx.now)
  if (lock) return identityProblems.locked(lock)
  const fits = await isPassword(password, account?.passwordHash)
  if (!account) return identityProblems.wrongPassword()
  if (!fits) return countFailure(ctx, account, identityProblems.wrongPassword())
  return letIn(ctx, account, exchange)
}

/**
 * Lets in who has shown who they are. With a second factor the session is but half, and wrong passwords and codes
 * before stay counted, until the code is there.
 */
export async function letIn(ctx: Context, account: Account, exchange: Exchange): Promise<SignedIn> {
  if (account.totpSince) {
    await beginSession(ctx, account, exchange, 'half')
    return { owes: 'code' }
  }
  return letInWhole(ctx, account, exchange)
}

export async function letInWhole(ctx: Context, account: Account, exchange: Exchange): Promise<Me> {
  await ctx.asOwner((db) => updateAttempts(db, account.id, { failures: 0, lockedUntil: null }))
  await beginSession(ctx, account, exchange)
  return meOf(ctx, await actorToday(ctx, account), account)
}

export async function countFailure(ctx: Context, account: Account, otherwise: Problem): Promise<Problem> {
  const attempts = afterFailure(account, ctx.now)
  await ctx.asOwner((db) => updateAttempts(db, account.id, attempts))
  const lock = lockLeft(attempts, ctx.now)
  return lock ? identityProblems.locked(lock) : otherwise
}

/** A new token at every sign-in: one that was known before is worth nothing after. */
export async function beginSession(
  ctx: Context,
  { id }: { id: string },
  { request, reply }: Exchange,
  half?: 'half',
): Promise<void> {
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
      half: half !== undefined,
    })
    if (!half) await markAccountSeen(db, id, ctx.now)
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

/** Where the person is signed in. */
export async function readSessions(
  ctx: Context,
  { request }: Pick<Exchange, 'request'>,
): Promise<Reply<typeof sessionApi.list>> {
  const token = tokenOf(request, ctx.config)
  const here = token ? hashOf(token) : undefined
  const sessions = await listSessions(ctx.db, ctx.actor.id)
  return {
    sessions: sessions.map(({ tokenHash, createdAt, seenAt, address, agent }) => ({
      current: here !== undefined && tokenHash.equals(here),
      createdAt: createdAt.toISOString(),
      seenAt: seenAt.toISOString(),
      address: address ?? '',
      agent: agent ?? '',
    })),
  }
}

/** Signs the person out everywhere but here. */
export async function endOtherSessions(ctx: Context, { request }: Pick<Exchange, 'request'>): Promise<number> {
  const token = tokenOf(request, ctx.config)
  const ended = await deleteSessionsOf(ctx.db, ctx.actor.id, token ? hashOf(token) : null)
  forget(ctx.actor.id)
  return ended
}

const auditReaders: readonly Role[] = [...offices, 'administrator']

/** What the site's frame shows of the person who is signed in. */
export async function meOf(
  ctx: Context,
  actor: Actor,
  account: Pick<Account, 'login' | 'mustChangePassword' | 'totpSince'>,
): Promise<Me> {
  const roles = actor.grants.map(({ role }) => role)
  const given = await ctx.asOwner((db) => listGrants(db, actor.id, ctx.today))
  return {
    id: actor.id,
    name: actor.name,
    login: account.login,
    grants: actor.grants.map((grant) => ({ ...grant, roleName: roleNames[grant.role] })),
    mustChangePassword: account.mustChangePassword,
    secondFactor: stateOf({
      on: account.totpSince !== null,
      roles: given.map(({ role }) => role),
      config: ctx.config.secondFactor,
    }),
    can: [
      ...(roles.some((role) => auditReaders.includes(role)) ? (['readAudit'] as const) : []),
      ...(roles.includes('administrator') ? (['keepAccounts'] as const) : []),
    ],
  }
}
