import type { Policy } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { findUnit, placeOf, unitAccess } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { accountApi } from './account.contract.ts'
import { grantAccess, handsOver, keepsAccount } from './grant.access.ts'
import {
  changeGrant,
  closeKept,
  findKept,
  giveGrant,
  handOver,
  makePasswordLink,
  reopenKept,
  resetSecondFactor,
  revokeGrant,
  signOutKept,
  unlockKept,
  type KeptSubject,
} from './grant.actions.ts'
import { findPlacedGrant, type PlacedGrant } from './grant.sql.ts'
import { readAccounts } from './scope.actions.ts'

const kept = (ctx: Context, { params }: { params: { accountId: string } }) => findKept(ctx, params.accountId)
const grantOf = (ctx: Context, { params }: { params: { grantId: string } }) =>
  ctx.asOwner((db) => findPlacedGrant(db, params.grantId, ctx.today))

/** An account to which a role at a unit is given. */
interface Giving {
  id: string
  unitId: number
  districtId: number
  kept: KeptSubject
  unit: UnitSubject
  role: PlacedGrant['role']
}

const gives: Policy<Giving> = (actor, { id, unit, role }) =>
  grantAccess.give(actor, { ...placeOf(unit), role, accountId: id })

export function accountRoutes(host: Host): void {
  route(host, accountApi.list, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: unitAccess.keepAccounts,
    run: (ctx, { subject, query }) => readAccounts(ctx, subject, query),
  })
  grantRoutes(host)
  keepingRoutes(host)
}

function grantRoutes(host: Host): void {
  route(host, accountApi.grant, {
    load: async (ctx, { params, body }): Promise<Giving | undefined> => {
      const account = await findKept(ctx, params.accountId)
      const unit = await findUnit(ctx.db, body.unitId, ctx.today)
      if (!account || !unit) return undefined
      return { id: account.id, unitId: unit.id, districtId: unit.districtId, kept: account, unit, role: body.role }
    },
    may: gives,
    run: async (ctx, { subject, body }) => {
      await giveGrant(ctx, subject.kept, subject.unit, body)
      return {}
    },
  })
  route(host, accountApi.changeGrant, {
    load: grantOf,
    may: grantAccess.give,
    run: async (ctx, { subject, body }) => {
      await changeGrant(ctx, subject, body.untilDay)
      return {}
    },
  })
  route(host, accountApi.revoke, {
    load: grantOf,
    may: grantAccess.keep,
    run: async (ctx, { subject }) => {
      await revokeGrant(ctx, subject)
      return {}
    },
  })
}

function keepingRoutes(host: Host): void {
  route(host, accountApi.handOver, {
    load: kept,
    may: handsOver,
    run: (ctx, { subject, body }) => handOver(ctx, subject, body),
  })
  route(host, accountApi.passwordLink, {
    load: kept,
    may: keepsAccount,
    run: (ctx, { subject }) => makePasswordLink(ctx, subject),
  })
  const acts = [
    [accountApi.unlock, unlockKept],
    [accountApi.signOut, signOutKept],
    [accountApi.resetSecondFactor, resetSecondFactor],
    [accountApi.close, closeKept],
    [accountApi.reopen, reopenKept],
  ] as const
  for (const [endpoint, act] of acts)
    route(host, endpoint, {
      load: kept,
      may: keepsAccount,
      run: async (ctx, { subject }) => {
        await act(ctx, subject)
        return {}
      },
    })
}
