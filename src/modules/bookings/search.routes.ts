import { route, type Host } from '#platform/route.ts'
import { loadCluster } from '#modules/organizations/index.ts'
import { mayLook } from './booking.access.ts'
import { readLanes, searchFree } from './search.actions.ts'
import { searchApi } from './search.contract.ts'

export function searchRoutes(host: Host): void {
  route(host, searchApi.free, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: mayLook,
    run: (ctx, { subject, query }) => searchFree(ctx, subject, query),
  })
  route(host, searchApi.lanes, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: mayLook,
    run: (ctx, { subject, query }) => readLanes(ctx, subject, query),
  })
}
