import { route, type Host } from '#platform/route.ts'
import type { Context } from '#platform/context.ts'
import { loadCluster, unitAccess } from '#modules/organizations/index.ts'
import { practiceAccess } from './guide.access.ts'
import { dropRoute, keepRoute, readRoutes } from './route.actions.ts'
import { routeApi } from './route.contract.ts'

const load = (ctx: Context, { params }: { params: { unitId: number } }) => loadCluster(ctx, params.unitId)

export function studyRouteRoutes(host: Host): void {
  route(host, routeApi.list, {
    load,
    may: unitAccess.readSchools,
    run: (ctx, { subject }) => readRoutes(ctx, subject),
  })
  route(host, routeApi.save, {
    load,
    may: practiceAccess.keep,
    run: async (ctx, { subject, body }) => ({ id: await keepRoute(ctx, subject, body) }),
  })
  route(host, routeApi.drop, {
    load,
    may: practiceAccess.keep,
    run: async (ctx, { subject, params }) => {
      await dropRoute(ctx, subject, params.routeId)
      return {}
    },
  })
}
