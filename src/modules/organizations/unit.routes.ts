import { signedIn, verbsOn } from '#shared/access.ts'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { nothing, route, type Host } from '#platform/route.ts'
import { clusterScope } from './cluster.rules.ts'
import { listClusterLines, listDistricts, listLatestYears } from './cluster.sql.ts'
import { listDistrictYears, listYears } from './membership.sql.ts'
import { unitAccess } from './unit.access.ts'
import { unitApi, type UnitSubject } from './unit.contract.ts'
import { findUnit, listDistrictIds } from './unit.sql.ts'

export function unitRoutes(host: Host): void {
  route(host, unitApi.clusters, {
    load: nothing,
    may: signedIn,
    run: (ctx, { query }) => clustersOf(ctx, query.districtId),
  })

  route(host, unitApi.read, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: unitAccess.read,
    run: async (ctx, { subject }) => ({
      ...subject,
      years: await yearsOf(ctx, subject),
      can: verbsOn(unitAccess, ctx.actor, subject),
    }),
  })
}

async function clustersOf(ctx: Context, districtId: number | undefined): Promise<Reply<typeof unitApi.clusters>> {
  const scope = clusterScope(ctx.actor)
  const found = await listClusterLines(ctx.db, scope, ctx.today, districtId)
  const years = await listLatestYears(
    ctx.db,
    found.map(({ id }) => id),
  )
  const clusters = found.map((cluster) => ({ ...cluster, latestYear: years.get(cluster.id) ?? null }))
  return { clusters, districts: await listDistricts(ctx.db, scope) }
}

async function yearsOf({ db }: Context, { id, kind }: UnitSubject): Promise<number[]> {
  if (kind === 'city') return listDistrictYears(db, await listDistrictIds(db, id))
  return kind === 'district' ? listDistrictYears(db, [id]) : listYears(db, id)
}
