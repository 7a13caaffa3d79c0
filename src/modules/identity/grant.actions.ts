import { roleNames, type Role } from '#shared/access.ts'
import { dayAfter } from '#shared/day.ts'
import { refuse, type Problem } from '#shared/problem.ts'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { accountApi } from './account.contract.ts'
import {
  findAccount,
  findAccountByLogin,
  markClosed,
  markReopened,
  updateAttempts,
  type Account,
} from './account.sql.ts'
import { tellEndChanged, tellGiven, tellHandedOver, tellTakenBack } from './grant.notices.ts'
import { whyNotDays } from './grant.rules.ts'
import { insertGrants, listLastGrants, listPlacedGrants, updateGrantEnd, type PlacedGrant } from './grant.sql.ts'
import { makeInvitations, whyNotHere } from './invitation.actions.ts'
import { deletePasswordLinksOf, insertPasswordLink, markInvitationsOfRevoked } from './invitation.sql.ts'
import { identityProblems } from './problems.ts'
import { deleteSecondFactor } from './second-factor.sql.ts'
import { deleteSessionsOf } from './session.sql.ts'
import { hashOf, newToken } from './token.ts'
import { forget } from './who.actions.ts'

/** An account with its roles of today and to come, on record at the place of the first, or of the last that it had. */
export interface KeptSubject {
  id: string
  account: Account
  grants: readonly PlacedGrant[]
  last?: PlacedGrant | undefined
  unitId?: number
  districtId?: number
}

export async function findKept(ctx: Context, accountId: string): Promise<KeptSubject | undefined> {
  return ctx.asOwner(async (db) => {
    const account = await findAccount(db, accountId)
    if (!account) return undefined
    const grants = await listPlacedGrants(db, [accountId], ctx.today)
    const [last] = await listLastGrants(db, [accountId], ctx.today)
    const first = grants[0] ?? last
    return {
      id: accountId,
      account,
      grants,
      last,
      ...(first && { unitId: first.unitId, districtId: first.districtId }),
    }
  })
}

const whyNotOpen = ({ closedAt }: Account) => (closedAt ? identityProblems.accountClosed() : undefined)

/** Gives an account one more role, from today on. */
export async function giveGrant(
  ctx: Context,
  { account, grants }: KeptSubject,
  unit: UnitSubject,
  { role, untilDay }: { role: Role; untilDay: string | null },
): Promise<void> {
  refuse(whyNotOpen(account) ?? whyNotHere(role, unit.kind) ?? whyNotDays({ fromDay: ctx.today, untilDay }, ctx.today))
  if (grants.some((grant) => grant.role === role && grant.unitId === unit.id))
    throw identityProblems.grantTwice({ role: roleNames[role], unit: unit.name })
  const grant = { id: ctx.newId(), accountId: account.id, role, unitId: unit.id, fromDay: ctx.today, untilDay }
  await ctx.asOwner((db) => insertGrants(db, [grant]))
  forget(account.id)
  await tellGiven(ctx, { ...grant, unitName: unit.name, districtId: unit.districtId })
  ctx.note({ login: account.login, role: roleNames[role], unit: unit.name, subjectId: account.id })
}

/** Lets a role end on another day. */
export async function changeGrant(ctx: Context, grant: PlacedGrant, untilDay: string | null): Promise<void> {
  const over = grant.untilDay !== null && grant.untilDay < ctx.today
  refuse(over ? identityProblems.grantOver() : whyNotDays({ fromDay: grant.fromDay, untilDay }, ctx.today))
  if (await endGrant(ctx, grant, untilDay)) await tellEndChanged(ctx, grant, untilDay)
  ctx.note({ changes: [{ what: '期限', before: grant.untilDay ?? '长期', after: untilDay ?? '长期' }] })
}

/** Takes a role back at once: the next request of whoever had it is refused. */
export async function revokeGrant(ctx: Context, grant: PlacedGrant): Promise<void> {
  const yesterday = dayAfter(ctx.today, -1)
  const isOver = grant.untilDay !== null && grant.untilDay < yesterday
  if (await endGrant(ctx, grant, isOver ? grant.untilDay : yesterday)) await tellTakenBack(ctx, grant)
}

/** Returns whether the role ends on another day now: else nobody is told anything. */
async function endGrant(ctx: Context, grant: PlacedGrant, untilDay: string | null): Promise<boolean> {
  const isNews = await ctx.asOwner((db) => updateGrantEnd(db, grant.id, untilDay))
  const account = await ctx.asOwner((db) => findAccount(db, grant.accountId))
  forget(grant.accountId)
  ctx.note({ login: account?.login, role: roleNames[grant.role], unit: grant.unitName, subjectId: grant.accountId })
  return isNews
}

/** Closes an account: it stays on record, signs in nowhere, and the invitations it made are void. */
export async function closeKept(ctx: Context, { account }: KeptSubject): Promise<void> {
  await ctx.asOwner(async (db) => {
    await markClosed(db, account.id, ctx.now)
    await markInvitationsOfRevoked(db, account.id, ctx.now)
    await deletePasswordLinksOf(db, account.id)
  })
  await signOutKept(ctx, { account })
}

/** Opens a closed account again, with the password and the roles that it still has. */
export async function reopenKept(ctx: Context, { account }: KeptSubject): Promise<void> {
  await ctx.asOwner((db) => markReopened(db, account.id))
  ctx.note({ login: account.login })
}

export async function unlockKept(ctx: Context, { account }: KeptSubject): Promise<void> {
  await ctx.asOwner((db) => updateAttempts(db, account.id, { failures: 0, lockedUntil: null }))
  ctx.note({ login: account.login })
}

export async function signOutKept(ctx: Context, { account }: Pick<KeptSubject, 'account'>): Promise<void> {
  await ctx.asOwner((db) => deleteSessionsOf(db, account.id, null))
  forget(account.id)
  ctx.note({ login: account.login })
}

/** Who lost the phone signs in with the password alone and sets up a new one. */
export async function resetSecondFactor(ctx: Context, { account }: Pick<KeptSubject, 'account'>): Promise<void> {
  await ctx.asOwner((db) => deleteSecondFactor(db, account.id))
  await signOutKept(ctx, { account })
}

const PASSWORD_LINK_HOURS = 24

/** A link with which the person chooses a new password; whoever gives it never learns the password. */
export async function makePasswordLink(
  ctx: Context,
  { account }: Pick<KeptSubject, 'account'>,
): Promise<Reply<typeof accountApi.passwordLink>> {
  refuse(whyNotOpen(account))
  const token = newToken()
  const expiresAt = new Date(ctx.now.getTime() + PASSWORD_LINK_HOURS * 3_600_000)
  await ctx.asOwner(async (db) => {
    await deletePasswordLinksOf(db, account.id)
    await insertPasswordLink(db, { tokenHash: hashOf(token), accountId: account.id, madeAt: ctx.now, expiresAt })
  })
  ctx.note({ login: account.login })
  return { path: `/password/${token}`, expiresAt: expiresAt.toISOString() }
}

interface Handing {
  fromDay: string
  toLogin?: string | undefined
  toName?: string | undefined
}

/**
 * Hands every role on: the old ones end the day before, the new ones begin on the day, so that there is always one who
 * answers. What waits goes along: it waits for whoever holds the role.
 */
export async function handOver(
  ctx: Context,
  { account, grants }: KeptSubject,
  { fromDay, toLogin, toName }: Handing,
): Promise<Reply<typeof accountApi.handOver> | Problem> {
  refuse(whyNotOpen(account))
  refuse(fromDay < ctx.today ? identityProblems.handOverTooEarly() : undefined)
  const ending = grants.filter(({ untilDay }) => untilDay === null || untilDay >= fromDay)
  const handed = ending.map(({ role, unitId, untilDay, fromDay: began }) => ({
    role,
    unitId,
    untilDay,
    fromDay: began > fromDay ? began : fromDay,
  }))
  const successor = await successorOf(ctx, toLogin)
  if (successor?.id === ctx.actor.id) return identityProblems.notToOneself()
  refuse(successor?.id === account.id ? identityProblems.handOverToSelf() : undefined)
  const link = successor ? await giveTo(ctx, successor.id, handed) : await inviteSuccessor(ctx, toName, handed)
  for (const { id } of ending) await ctx.asOwner((db) => updateGrantEnd(db, id, dayAfter(fromDay, -1)))
  forget(account.id)
  const to = successor ?? { name: toName ?? '' }
  await tellHandedOver(ctx, { handed: ending, fromDay, from: account, to })
  ctx.note({ login: account.login, to: toLogin || toName, fromDay, roles: handed.length })
  return { link, grants: handed.length }
}

type Handed = { role: Role; unitId: number; fromDay: string; untilDay: string | null }[]

async function successorOf(ctx: Context, login: string | undefined): Promise<Account | undefined> {
  if (!login) return undefined
  const successor = await ctx.asOwner((db) => findAccountByLogin(db, login))
  if (!successor) throw identityProblems.noSuchLogin({ login })
  return successor
}

async function giveTo(ctx: Context, accountId: string, handed: Handed): Promise<null> {
  const grants = handed.map((grant) => ({ ...grant, id: ctx.newId(), accountId }))
  await ctx.asOwner((db) => insertGrants(db, grants))
  forget(accountId)
  return null
}

async function inviteSuccessor(ctx: Context, name: string | undefined, handed: Handed) {
  if (!name) throw identityProblems.handOverToWhom()
  const [made] = await makeInvitations(ctx, [{ invitee: { name }, grants: handed }])
  return made!
}
