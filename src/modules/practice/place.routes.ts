import { route, type Host } from '#platform/route.ts'
import { loadCluster, unitAccess } from '#modules/organizations/index.ts'
import { readPlaces } from './place.actions.ts'
import { placeApi } from './place.contract.ts'

export function placeRoutes(host: Host): void {
  route(host, placeApi.list, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: unitAccess.readSchools,
    run: (ctx, { subject }) => readPlaces(ctx, subject),
  })
}
