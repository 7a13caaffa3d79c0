import { loadSchool } from '#modules/organizations/index.ts'
import { route, type Host } from '#platform/route.ts'
import { readClasses } from './class.actions.ts'
import { classApi } from './class.contract.ts'
import { seesSchool } from './school.access.ts'

export function classRoutes(host: Host): void {
  route(host, classApi.list, {
    load: (ctx, { params }) => loadSchool(ctx, params.schoolId),
    may: seesSchool,
    run: (ctx, { subject, query }) => readClasses(ctx, subject, query.year),
  })
}
