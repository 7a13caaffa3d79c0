import { loadCluster, unitAccess } from '#modules/organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { readUseRows, readVenueUse } from './venue-use.actions.ts'
import { venueUseApi } from './venue-use.contract.ts'
import { exportVenueUse } from './venue-use.export.ts'

const load = (ctx: Context, { params }: { params: { unitId: number } }) => loadCluster(ctx, params.unitId)

export function venueUseRoutes(host: Host): void {
  route(host, venueUseApi.read, {
    load,
    may: unitAccess.readSchools,
    run: (ctx, { subject, query }) => readVenueUse(ctx, subject, query),
  })
  route(host, venueUseApi.rows, {
    load,
    may: unitAccess.readSchools,
    run: (ctx, { subject, query }) => readUseRows(ctx, subject, query),
  })
  route(host, venueUseApi.export, {
    load,
    may: unitAccess.readSchools,
    run: (ctx, { subject, query }) => exportVenueUse(ctx, subject, query),
    audited: true,
  })
}
