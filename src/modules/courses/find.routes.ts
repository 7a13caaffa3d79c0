import { loadCluster, unitAccess } from '#modules/organizations/index.ts'
import { route, type Host } from '#platform/route.ts'
import { findCourses } from './find.actions.ts'
import { findApi } from './find.contract.ts'

export function findRoutes(host: Host): void {
  route(host, findApi.list, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: unitAccess.readSchools,
    run: (ctx, { subject, query }) => findCourses(ctx, subject, query),
  })
}
