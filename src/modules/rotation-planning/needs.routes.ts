import { route, type Host } from '#platform/route.ts'
import { findUnit } from '#modules/organizations/index.ts'
import { handInNeeds, readBoard, readPages, remindSchools, remindTeachers } from './needs.actions.ts'
import { needsApi } from './needs.contract.ts'
import { schoolAccess, seasonAccess } from './season.access.ts'
import { loadSchool, loadSeason } from './season.load.ts'

export function needsRoutes(host: Host): void {
  route(host, needsApi.board, {
    load: (ctx, { params }) => loadSeason(ctx, params.seasonId),
    may: (actor, { cluster }) => seasonAccess.read(actor, cluster),
    run: async (ctx, { subject }) => ({ schools: await readBoard(ctx, subject.season) }),
  })
  route(host, needsApi.read, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: schoolAccess.keep,
    run: async (ctx, { subject }) => ({ pages: await readPages(ctx, subject) }),
  })
  route(host, needsApi.handIn, {
    load: (ctx, { params }) => loadSchool(ctx, params),
    may: (actor, { school }) => schoolAccess.keep(actor, school),
    run: async (ctx, { subject, body }) => {
      await handInNeeds(ctx, subject, body)
      return {}
    },
  })
  route(host, needsApi.remind, {
    load: (ctx, { params }) => loadSeason(ctx, params.seasonId),
    may: (actor, { cluster }) => seasonAccess.change(actor, cluster),
    run: (ctx, { subject }) => remindSchools(ctx, subject.season),
  })
  route(host, needsApi.remindTeachers, {
    load: (ctx, { params }) => loadSeason(ctx, params.seasonId),
    may: (actor, { cluster }) => seasonAccess.change(actor, cluster),
    run: async (ctx, { subject }) => ({ told: await remindTeachers(ctx, subject.season) }),
  })
}
