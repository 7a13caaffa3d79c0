import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { loadCluster } from '#modules/organizations/index.ts'
import { clusterAccess, readsResearch, readsUnion, unionAccess } from './research.access.ts'
import { addUnion, changeUnion, readUnion, readUnions } from './union.actions.ts'
import { unionApi } from './union.contract.ts'
import { loadUnion } from './union.load.ts'

export function unionRoutes(host: Host): void {
  const cluster = (ctx: Context, { params }: { params: { unitId: number } }) => loadCluster(ctx, params.unitId)
  const load = (ctx: Context, { params }: { params: { unionId: string } }) => loadUnion(ctx, params.unionId)
  route(host, unionApi.list, {
    load: cluster,
    may: readsResearch,
    run: (ctx, { subject, query }) => readUnions(ctx, subject, query.year),
  })
  route(host, unionApi.add, {
    load: cluster,
    may: clusterAccess.keep,
    run: async (ctx, { subject, body }) => ({ id: await addUnion(ctx, subject, body) }),
  })
  route(host, unionApi.read, {
    load,
    may: readsUnion,
    run: (ctx, { subject, query }) => readUnion(ctx, subject, query.year),
  })
  route(host, unionApi.change, {
    load,
    may: unionAccess.keep,
    run: async (ctx, { subject, body }) => {
      await changeUnion(ctx, subject, body)
      return {}
    },
  })
}
