import { route, type Host } from '#platform/route.ts'
import { findUnit } from '#modules/organizations/index.ts'
import { seasonAccess } from './season.access.ts'
import { changeSeason, closeSeason, openSeason, readSeason, reopenSeason } from './season.actions.ts'
import { seasonApi } from './season.contract.ts'
import { loadSeason } from './season.load.ts'

export function seasonRoutes(host: Host): void {
  route(host, seasonApi.read, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: seasonAccess.read,
    run: (ctx, { subject, query }) => readSeason(ctx, subject, query.year),
  })
  route(host, seasonApi.open, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: seasonAccess.change,
    run: (ctx, { subject, body }) => openSeason(ctx, subject, body),
  })
  route(host, seasonApi.change, {
    load: (ctx, { params }) => loadSeason(ctx, params.seasonId),
    may: (actor, { cluster }) => seasonAccess.change(actor, cluster),
    run: async (ctx, { subject, body }) => {
      await changeSeason(ctx, subject.season, body)
      return {}
    },
  })
  route(host, seasonApi.close, {
    load: (ctx, { params }) => loadSeason(ctx, params.seasonId),
    may: (actor, { cluster }) => seasonAccess.change(actor, cluster),
    run: async (ctx, { subject }) => {
      await closeSeason(ctx, subject.season)
      return {}
    },
  })
  route(host, seasonApi.reopen, {
    load: (ctx, { params }) => loadSeason(ctx, params.seasonId),
    may: (actor, { cluster }) => seasonAccess.change(actor, cluster),
    run: async (ctx, { subject, body }) => {
      await reopenSeason(ctx, subject.season, body)
      return {}
    },
  })
}
