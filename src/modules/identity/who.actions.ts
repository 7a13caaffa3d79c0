import type { FastifyRequest } from 'fastify'
import type { Actor } from '#shared/access.ts'
import type { System } from '#platform/cli.ts'
import type { Context } from '#platform/context.ts'
import { listStandings } from '#modules/organizations/index.ts'
import { findAccount, listGrants, markAccountSeen } from './account.sql.ts'
import { actorOf, type GrantInForce } from './actor.rules.ts'
import { asksForSecondFactor } from './second-factor.rules.ts'
import { deleteExpiredSessions, findSession, markSeen } from './session.sql.ts'
import { hashOf, tokenOf } from './token.ts'

/** Nobody works longer in one sitting; then the password is asked again. */
const LONGEST_HOURS = 12
const FRESH_MS = 5_000
const SEEN_EVERY_MS = 60_000

interface Known {
  /** Whose accounts these are: two systems of one process know nothing of one another. */
  system: System
  actor: Actor
  until: number
}

/** Who lately sent a request, by token: so that a page of ten requests reads its session once. */
const known = new Map<string, Known>()

/** The actor behind a request's session; undefined for a visitor and where the session is over. */
export async function whoIs(request: FastifyRequest, system: System): Promise<Actor | undefined> {
  const token = tokenOf(request, system.config)
  if (!token) return undefined
  const lately = known.get(token)
  if (lately?.system === system && lately.until > Date.now()) return lately.actor
  const actor = await system.inContext((ctx) => resume(ctx, hashOf(token)))
  if (actor) remember(token, actor, system)
  else known.delete(token)
  return actor
}

function remember(token: string, actor: Actor, system: System): void {
  const now = Date.now()
  if (known.size > 5_000) for (const [key, { until }] of known) if (until < now) known.delete(key)
  known.set(token, { system, actor, until: now + FRESH_MS })
}

/** Makes the next request of an account read its sessions and roles anew: after signing out, a new password, a new role. */
export function forget(accountId: string): void {
  for (const [token, { actor }] of known) if (actor.id === accountId) known.delete(token)
}

async function resume(ctx: Context, tokenHash: Buffer): Promise<Actor | undefined> {
  const session = await findSession(ctx.db, tokenHash)
  const { seenBefore, createdBefore } = oldest(ctx)
  if (!session || session.half || session.seenAt < seenBefore || session.createdAt < createdBefore) return undefined
  if (ctx.now.getTime() - session.seenAt.getTime() > SEEN_EVERY_MS) {
    await markSeen(ctx.db, tokenHash, ctx.now)
    await markAccountSeen(ctx.db, session.accountId, ctx.now)
  }
  return actorToday(ctx, { id: session.accountId, name: session.name })
}

/** The account with the roles that it has today. Read outside the wall: who asks is only being found out. */
export async function actorToday(ctx: Context, account: { id: string; name: string }): Promise<Actor> {
  const grants = await grantsInForce(ctx, account.id)
  const units = [...new Set(grants.map(({ unitId }) => unitId))]
  const standings = await listStandings(ctx.db, units, ctx.today)
  const inForce = grants.flatMap(({ role, unitId }): GrantInForce[] => {
    const standing = standings.find((one) => one.unitId === unitId)
    return standing ? [{ ...standing, role, unitKind: standing.kind, unitName: standing.name }] : []
  })
  return actorOf(account, inForce)
}

/** The person of an account as they are today; undefined where the account is closed. For what they left working behind them. */
export async function findActor(ctx: Context, accountId: string): Promise<Actor | undefined> {
  const account = await ctx.asOwner((db) => findAccount(db, accountId))
  return account && account.closedAt === null ? actorToday(ctx, account) : undefined
}

/** Where the second factor is required, the roles that ask for it rest until it is set up. */
async function grantsInForce({ asOwner, config, today }: Context, accountId: string) {
  const grants = await asOwner((db) => listGrants(db, accountId, today))
  if (config.secondFactor !== 'required' || !grants.some(({ role }) => asksForSecondFactor(role))) return grants
  const account = await asOwner((db) => findAccount(db, accountId))
  return account?.totpSince ? grants : grants.filter(({ role }) => !asksForSecondFactor(role))
}

function oldest({ now, config }: Context): { seenBefore: Date; createdBefore: Date } {
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  return { seenBefore: before(config.idleMinutes), createdBefore: before(LONGEST_HOURS * 60) }
}

/** Takes away the sessions that are over. */
export async function clearSessions(ctx: Context): Promise<void> {
  const { seenBefore, createdBefore } = oldest(ctx)
  await deleteExpiredSessions(ctx.db, seenBefore, createdBefore)
}
