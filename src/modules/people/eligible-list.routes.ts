import { findUnit, isCluster, unitAccess } from '#modules/organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { eligibleListAccess } from './eligible-list.access.ts'
import { freeze, readLists, thaw } from './eligible-list.actions.ts'
import { eligibleListApi } from './eligible-list.contract.ts'

export function eligibleListRoutes(host: Host): void {
  route(host, eligibleListApi.read, {
    load: (ctx, { params }) => findListed(ctx, params.unitId),
    may: unitAccess.readTeachers,
    run: (ctx, { subject, query }) => readLists(ctx, subject, query.year),
  })
  route(host, eligibleListApi.freeze, {
    load: (ctx, { params }) => findListed(ctx, params.unitId),
    may: eligibleListAccess.freeze,
    run: (ctx, { subject, body }) => freeze(ctx, subject, body.year),
  })
  route(host, eligibleListApi.thaw, {
    load: (ctx, { params }) => findListed(ctx, params.unitId),
    may: eligibleListAccess.thaw,
    run: (ctx, { subject, body }) => thaw(ctx, subject, body),
  })
}

async function findListed(ctx: Context, unitId: number) {
  const unit = await findUnit(ctx.db, unitId, ctx.today)
  return unit && (isCluster(unit) || unit.kind === 'school') ? unit : undefined
}
