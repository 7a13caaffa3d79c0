import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { closeCluster, createByHand, editCluster, listClustersOf, readOrganization } from './cluster.actions.ts'
import { clusterApi } from './cluster.contract.ts'
import { organizationAccess } from './membership.access.ts'
import { isCluster, unitAccess } from './unit.access.ts'
import type { UnitSubject } from './unit.contract.ts'
import { findUnit } from './unit.sql.ts'

export function clusterRoutes(host: Host): void {
  route(host, clusterApi.read, {
    load: (ctx, { params }) => unitOf(ctx, params.unitId, isCluster),
    may: unitAccess.readSchools,
    run: (ctx, { subject }) => readOrganization(ctx, subject),
  })

  route(host, clusterApi.edit, {
    load: (ctx, { params }) => unitOf(ctx, params.unitId, isCluster),
    may: organizationAccess.keep,
    run: async (ctx, { subject, body }) => {
      await editCluster(ctx, subject, body)
      return {}
    },
  })

  route(host, clusterApi.list, {
    load: (ctx, { params }) => unitOf(ctx, params.unitId, isBureau),
    may: unitAccess.read,
    run: (ctx, { subject, query }) => listClustersOf(ctx, subject, query.q),
  })

  route(host, clusterApi.create, {
    load: (ctx, { params }) => unitOf(ctx, params.unitId, ({ kind }) => kind === 'district'),
    may: organizationAccess.decide,
    run: async (ctx, { subject, body }) => ({ id: await createByHand(ctx, subject, body) }),
  })

  route(host, clusterApi.close, {
    load: (ctx, { params }) => unitOf(ctx, params.unitId, isCluster),
    may: organizationAccess.decide,
    run: (ctx, { subject, body }) => closeCluster(ctx, subject, body.day),
  })
}

const isBureau = ({ kind }: UnitSubject) => kind === 'district' || kind === 'city'

async function unitOf(ctx: Context, id: number, fits: (unit: UnitSubject) => boolean) {
  const unit = await findUnit(ctx.db, id, ctx.today)
  return unit && fits(unit) ? unit : undefined
}
