import { route, type Host } from '#platform/route.ts'
import { loadCluster, unitAccess } from '#modules/organizations/index.ts'
import { writeRoster } from './roster.actions.ts'
import { rosterApi } from './roster.contract.ts'

export function rosterRoutes(host: Host): void {
  route(host, rosterApi.read, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: unitAccess.import,
    run: (ctx, { subject, query }) => writeRoster(ctx, subject, query.year),
    audited: true,
  })
}
