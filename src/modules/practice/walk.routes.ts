import type { Context } from '#platform/context.ts'
import { anyone, nothing, route, type Host } from '#platform/route.ts'
import { signedIn, type Policy } from '#shared/access.ts'
import { loadCluster, unitAccess } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { practiceAccess } from './guide.access.ts'
import { findRoute, type RouteRow } from './route.sql.ts'
import { walkAccess } from './walk.access.ts'
import { checkInStop, dropWalk, loadWalk, readMine, readWalks, startWalk, walkOf } from './walk.actions.ts'
import { stopCode, verifyWalk, walkFile } from './walk-paper.actions.ts'
import { walkApi } from './walk.contract.ts'

interface OnRoute {
  unit: UnitSubject
  route: RouteRow
}

async function loadRoute(ctx: Context, unitId: number, routeId: string): Promise<OnRoute | undefined> {
  const unit = await loadCluster(ctx, unitId)
  const found = unit && (await findRoute(ctx.db, { districtId: unit.districtId, clusterId: unit.id }, routeId))
  return found && { unit, route: found }
}

/** A draft is the office's alone. */
const walks: Policy<OnRoute> = (actor, { unit, route: { isPublished } }) =>
  (isPublished && unitAccess.readSchools(actor, unit)) || practiceAccess.keep(actor, unit)

export function walkRoutes(host: Host): void {
  route(host, walkApi.mine, { load: nothing, may: signedIn, run: (ctx) => readMine(ctx) })
  route(host, walkApi.list, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: unitAccess.readSchools,
    run: (ctx, { subject, query }) => readWalks(ctx, subject, query.year),
  })
  route(host, walkApi.start, {
    load: (ctx, { params }) => loadRoute(ctx, params.unitId, params.routeId),
    may: walks,
    run: async (ctx, { subject, body }) => ({ id: await startWalk(ctx, subject, body) }),
  })
  route(host, walkApi.code, {
    load: (ctx, { params }) => loadRoute(ctx, params.unitId, params.routeId),
    may: (actor, { unit }) => practiceAccess.keep(actor, unit),
    run: (ctx, { subject, params }) => stopCode(ctx, subject, params.stopId, ctx.config.siteAddress),
  })
  oneWalkRoutes(host)
}

function oneWalkRoutes(host: Host): void {
  const load = (ctx: Context, { params }: { params: { walkId: string } }) => loadWalk(ctx, params.walkId)
  route(host, walkApi.read, { load, may: walkAccess.read, run: async (ctx, { subject }) => walkOf(ctx, subject) })
  route(host, walkApi.checkIn, {
    load,
    may: walkAccess.checkIn,
    run: (ctx, { subject, params, body }) => checkInStop(ctx, subject, params.stopId, body),
    perMinute: 60,
  })
  route(host, walkApi.drop, {
    load,
    may: walkAccess.drop,
    run: async (ctx, { subject }) => {
      await dropWalk(ctx, subject)
      return {}
    },
  })
  route(host, walkApi.file, {
    load,
    may: walkAccess.read,
    audited: true,
    run: (ctx, { subject, params }) => walkFile(ctx, subject, params.format),
  })
  route(host, walkApi.verify, {
    load: nothing,
    may: anyone,
    run: (ctx, { params }) => verifyWalk(ctx, params.code),
    perMinute: 30,
  })
}
