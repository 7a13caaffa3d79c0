import { route, type Host } from '#platform/route.ts'
import { findUnit } from '#modules/organizations/index.ts'
import { entryAccess } from './entry.access.ts'
import { recentChanges } from './entry.actions.ts'
import { entryApi } from './entry.contract.ts'

export function entryRoutes(host: Host): void {
  route(host, entryApi.list, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: (actor, unit) => entryAccess.readOfPlace(actor, unit) || entryAccess.readOfPlatform(actor, unit),
    run: (ctx, { subject, query }) => recentChanges(ctx, subject, query),
  })
}
