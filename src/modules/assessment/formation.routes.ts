import { route, type Host } from '#platform/route.ts'
import { findUnit, isCluster } from '#modules/organizations/index.ts'
import { figureAccess } from './figure.access.ts'
import { readFormation } from './formation.actions.ts'
import { formationApi } from './formation.contract.ts'

export function formationRoutes(host: Host): void {
  route(host, formationApi.read, {
    load: async (ctx, { params }) => {
      const unit = await findUnit(ctx.db, params.unitId, ctx.today)
      return unit && isCluster(unit) ? { ...unit, unit, aboutPersons: false } : undefined
    },
    may: figureAccess.read,
    run: (ctx, { subject, query }) => readFormation(ctx, subject.unit, query.year),
  })
}
