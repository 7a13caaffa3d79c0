import { roleNames, type Role } from '#shared/access.ts'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { AccountLine, accountApi, GrantLine } from './account.contract.ts'
import { placesOf } from './actor.rules.ts'
import { grantAccess, handsOver, keepsAccount, rolesToGive, rolesToKeep, type AccountSubject } from './grant.access.ts'
import {
  listKeptAccounts,
  listLastGrants,
  listPlacedGrants,
  listUnitsBelow,
  type KeptAccount,
  type PlacedGrant,
  type Standing,
  type UnitBelow,
} from './grant.sql.ts'
import type { InvitationLine, invitationApi } from './invitation.contract.ts'
import { listInvitations, type Invitation } from './invitation.sql.ts'
import { lockLeft } from './lockout.rules.ts'

const kinds = ['city', 'district', 'cluster', 'group', 'school']
const placeOf = ({ id, districtId, clusterIds }: UnitBelow) => ({ unitId: id, districtId, clusterIds })

/** The units below one whose accounts the actor looks after: of a principal, in the view of a cluster, the own school alone. */
async function scopeOf(ctx: Context, unit: UnitSubject): Promise<{ unitIds: number[]; roles: Role[] }> {
  const below = await listUnitsBelow(ctx.db, unit.id, kinds, ctx.today)
  const kept = below.map((one) => ({ id: one.id, roles: rolesToKeep(ctx.actor, placeOf(one)) }))
  return {
    unitIds: kept.filter(({ roles }) => roles.length > 0).map(({ id }) => id),
    roles: [...new Set(kept.flatMap(({ roles }) => roles))],
  }
}

interface Query {
  q?: string | undefined
  role?: Role | Exclude<Standing, 'held'> | undefined
  after?: string | undefined
  limit: number
}

/** The accounts below a unit that the reader looks after. */
export async function readAccounts(
  ctx: Context,
  unit: UnitSubject,
  query: Query,
): Promise<Reply<typeof accountApi.list>> {
  const { limit, role, ...rest } = query
  const { unitIds, roles } = await scopeOf(ctx, unit)
  const standing: Standing = role === 'none' || role === 'closed' ? role : 'held'
  const wanted = roles.filter((one) => !role || standing !== 'held' || one === role)
  const { today, actor } = ctx
  return ctx.asOwner(async (db) => {
    const query = { ...rest, standing, unitIds, roles: wanted, today, except: actor.id, limit: limit + 1 }
    const found = await listKeptAccounts(db, query)
    const page = found.slice(0, limit)
    return {
      accounts: (await linesOf(ctx, db, page)).filter(({ grants, last }) => grants.length > 0 || last),
      next: found.length > limit ? page.at(-1)!.login : null,
    }
  })
}

async function linesOf(ctx: Context, db: Db, accounts: readonly KeptAccount[]): Promise<AccountLine[]> {
  const ids = accounts.map(({ id }) => id)
  const grants = await listPlacedGrants(db, ids, ctx.today)
  const last = await listLastGrants(db, ids, ctx.today)
  return accounts.map((account) => {
    const isIts = ({ accountId }: PlacedGrant) => accountId === account.id
    return lineOf(ctx, account, { all: grants.filter(isIts), last: last.find(isIts) })
  })
}

interface Roles {
  all: readonly PlacedGrant[]
  last: PlacedGrant | undefined
}

function lineOf({ actor, now, today }: Context, account: KeptAccount, { all, last }: Roles): AccountLine {
  const { lockedUntil, seenAt, ...rest } = account
  const kept = all.filter((grant) => grantAccess.keep(actor, grant))
  const subject: AccountSubject = { id: account.id, grants: all, last }
  const locked = lockLeft({ failures: 0, lockedUntil }, now) !== undefined
  const looksAfter = keepsAccount(actor, subject)
  return {
    ...rest,
    seenAt: seenAt?.toISOString() ?? null,
    locked,
    grants: kept.map((grant) => grantLineOf(today, grant)),
    elsewhere: kept.length < all.length,
    last: all.length === 0 && last ? grantLineOf(today, last) : null,
    can: verbsFor({ looksAfter, handsOver: handsOver(actor, subject), locked, account }),
  }
}

interface ReadersAccount {
  looksAfter: boolean
  handsOver: boolean
  locked: boolean
  account: KeptAccount
}

/** What the reader may do with an account as it stands; of a closed one nothing but open it again. */
function verbsFor({ looksAfter, handsOver, locked, account }: ReadersAccount): AccountLine['can'] {
  if (account.closed) return looksAfter ? ['reopen'] : []
  const verbs: AccountLine['can'] = handsOver ? ['handOver'] : []
  if (!looksAfter) return verbs
  verbs.push('passwordLink', 'signOut', 'close')
  if (locked) verbs.push('unlock')
  if (account.secondFactor) verbs.push('resetSecondFactor')
  return verbs
}

const grantLineOf = (today: string, { id, role, unitId, unitName, fromDay, untilDay }: PlacedGrant): GrantLine => ({
  id,
  role,
  roleName: roleNames[role],
  unitId,
  unitName,
  fromDay,
  untilDay,
  toCome: fromDay > today,
})

/** The open invitations below a unit that the reader answers for, and where they may invite. */
export async function readInvitations(ctx: Context, unit: UnitSubject): Promise<Reply<typeof invitationApi.list>> {
  const below = await listUnitsBelow(ctx.db, unit.id, kinds, ctx.today)
  const places = below
    .map((one) => ({ one, roles: offeredAt(ctx, one) }))
    .filter(({ roles }) => roles.length > 0)
    .map(({ one, roles }) => ({
      unitId: one.id,
      name: one.name,
      shortName: one.shortName,
      kind: one.kind,
      roles: roles.map((role) => ({ role, roleName: roleNames[role] })),
    }))
  const unitIds = places.map(({ unitId }) => unitId)
  const found = await ctx.asOwner((db) => listInvitations(db, unitIds, ctx.today))
  const own = found.filter((one) => givesAll(ctx, one))
  return { invitations: own.map((one) => invitationLineOf(ctx, one)), places }
}

/** The roles that the actor may give at a unit, of those that have sense there. */
const offeredAt = ({ actor }: Context, unit: UnitBelow): Role[] =>
  rolesToGive(actor, placeOf(unit)).filter((role) => placesOf[role].includes(unit.kind))

const givesAll = ({ actor }: Context, { grants }: Invitation): boolean =>
  grants.every((grant) => grantAccess.give(actor, { ...grant, accountId: null }))

const invitationLineOf = ({ now }: Context, one: Invitation): InvitationLine => ({
  id: one.id,
  name: one.name,
  grants: one.grants.map(({ role, unitName }) => ({ roleName: roleNames[role], unitName })),
  mail: one.mail,
  phone: one.phone,
  madeByName: one.madeByName,
  madeAt: one.madeAt.toISOString(),
  expiresAt: one.expiresAt.toISOString(),
  expired: one.expiresAt <= now,
})
