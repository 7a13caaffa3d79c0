import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { loadCluster, loadSchool, unitAccess } from '#modules/organizations/index.ts'
import { addAid, dropAid, editAid, loadAid } from './aid.actions.ts'
import { aidApi } from './aid.contract.ts'
import { keepParentSchool, readOverview, readSchoolServices, remindOfMonth, tellMonth } from './month.actions.ts'
import { monthApi } from './month.contract.ts'
import { keepsSchool, readsSchool, remindsSchools } from './service.access.ts'

interface OfUnit {
  params: { unitId: number }
}
const clusterOf = (ctx: Context, { params }: OfUnit) => loadCluster(ctx, params.unitId)
const schoolOf = (ctx: Context, { params }: OfUnit) => loadSchool(ctx, params.unitId)

export function serviceRoutes(host: Host): void {
  route(host, monthApi.overview, {
    load: clusterOf,
    may: unitAccess.readFigures,
    run: (ctx, { subject, query }) => readOverview(ctx, subject, query),
  })
  route(host, monthApi.remind, {
    load: clusterOf,
    may: remindsSchools,
    run: (ctx, { subject, body }) => remindOfMonth(ctx, subject, body.month),
  })
  route(host, monthApi.school, {
    load: schoolOf,
    may: readsSchool,
    run: (ctx, { subject, query }) => readSchoolServices(ctx, subject, query),
  })
  const ofKept = { load: schoolOf, may: keepsSchool }
  route(host, monthApi.tell, { ...ofKept, run: (ctx, { subject, body }) => tellMonth(ctx, subject, body) })
  route(host, monthApi.keepParentSchool, {
    ...ofKept,
    run: (ctx, { subject, query, body }) => keepParentSchool(ctx, subject, query.year, body),
  })
  route(host, aidApi.add, { ...ofKept, run: (ctx, { subject, body }) => addAid(ctx, subject, body) })
  const ofAid = {
    load: (ctx: Context, { params }: { params: { aidId: string } }) => loadAid(ctx, params.aidId),
    may: (actor: Context['actor'], { school }: { school: Parameters<typeof keepsSchool>[1] }) =>
      keepsSchool(actor, school),
  }
  route(host, aidApi.edit, { ...ofAid, run: (ctx, { subject, body }) => editAid(ctx, subject, body) })
  route(host, aidApi.drop, { ...ofAid, run: (ctx, { subject }) => dropAid(ctx, subject) })
}
