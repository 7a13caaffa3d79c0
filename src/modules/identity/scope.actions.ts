import { roleNames, type Role } from '#shared/access.ts'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { AccountLine, accountApi, GrantLine } from './account.contract.ts'
import { placesOf } from './actor.rules.ts'
import { grantAccess, handsOver, keepsAccount, rolesToGive, rolesToKeep, type AccountSubject } from './grant.access.ts'
import {
  listKeptAccounts,
  listPlacedGrants,
  listUnitsBelow,
  type KeptAccount,
  type PlacedGrant,
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
  role?: Role | undefined
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
  const wanted = roles.filter((one) => !role || one === role)
  const { today, actor } = ctx
  return ctx.asOwner(async (db) => {
    const query = { ...rest, unitIds, roles: wanted, today, except: actor.id, limit: limit + 1 }
    const found = await listKeptAccounts(db, query)
    const page = found.slice(0, limit)
    const grants = await listPlacedGrants(
      db,
      page.map(({ id }) => id),
      today,
    )
    const lines = page.map((account) =>
      lineOf(
        ctx,
        account,
        grants.filter(({ accountId }) => accountId === account.id),
      ),
    )
    return {
      accounts: lines.filter((line) => line.grants.length > 0),
      next: found.length > limit ? page.at(-1)!.login : null,
    }
  })
}

function lineOf({ actor, now }: Context, account: KeptAccount, all: readonly PlacedGrant[]): AccountLine {
  const { lockedUntil, seenAt, ...rest } = account
  const kept = all.filter((grant) => grantAccess.keep(actor, grant))
  const subject: AccountSubject = { id: account.id, grants: all }
  const locked = lockLeft({ failures: 0, lockedUntil }, now) !== undefined
  const looksAfter = keepsAccount(actor, subject)
  return {
    ...rest,
    seenAt: seenAt?.toISOString() ?? null,
    locked,
    grants: kept.map(grantLineOf),
    elsewhere: kept.length < all.length,
    can: [
      ...(handsOver(actor, subject) ? (['handOver'] as const) : []),
      ...(looksAfter ? (['passwordLink', 'signOut', 'close'] as const) : []),
      ...(looksAfter && locked ? (['unlock'] as const) : []),
      ...(looksAfter && account.secondFactor ? (['resetSecondFactor'] as const) : []),
    ],
  }
}

const grantLineOf = ({ id, role, unitId, unitName, fromDay, untilDay }: PlacedGrant): GrantLine => ({
  id,
  role,
  roleName: roleNames[role],
  unitId,
  unitName,
  fromDay,
  untilDay,
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
