import { route, type Host } from '#platform/route.ts'
import { findUnit, unitAccess } from '#modules/organizations/index.ts'
import { ledgerTemplate } from './template.actions.ts'
import { templateApi } from './template.contract.ts'

export function templateRoutes(host: Host): void {
  route(host, templateApi.read, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: unitAccess.readSchools,
    run: (ctx, { subject, query }) =>
      ledgerTemplate(ctx, { cluster: subject, schoolYear: query.year, schoolId: query.schoolId }),
  })
}
