import { signedIn } from '#shared/access.ts'
import { deedOf } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { nothing, route, type Host } from '#platform/route.ts'
import { findUnit } from '#modules/organizations/index.ts'
import { entryAccess } from './entry.access.ts'
import { recentChanges } from './entry.actions.ts'
import { entryApi } from './entry.contract.ts'
import { exportChanges } from './export.actions.ts'

export function entryRoutes(host: Host): void {
  const ofUnit = {
    load: (ctx: Context, { params }: { params: { unitId: number } }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: entryAccess.read,
  }
  route(host, entryApi.list, { ...ofUnit, run: (ctx, { subject, query }) => recentChanges(ctx, subject, query) })

  route(host, entryApi.kinds, {
    load: nothing,
    may: signedIn,
    run: async () => {
      // A look is on record only when it was refused, which what is open to everyone never is.
      const titles = host.routes
        .filter(({ open, recorded }) => recorded || !open)
        .map(({ endpoint }) => deedOf(endpoint))
      return { kinds: [...new Set(titles)].sort((a, b) => a.localeCompare(b, 'zh-CN')) }
    },
  })

  route(host, entryApi.exportXlsx, {
    ...ofUnit,
    run: (ctx, { subject, query }) => exportChanges(ctx, subject, query, 'xlsx'),
    audited: true,
  })

  route(host, entryApi.exportCsv, {
    ...ofUnit,
    run: (ctx, { subject, query }) => exportChanges(ctx, subject, query, 'csv'),
    audited: true,
  })
}
