import { route, type Host } from '#platform/route.ts'
import { seasonAccess } from './season.access.ts'
import { loadSeason } from './season.load.ts'
import { rateSchool, readSettings, saveSettings } from './setting.actions.ts'
import { settingApi } from './setting.contract.ts'

export function settingRoutes(host: Host): void {
  route(host, settingApi.read, {
    load: (ctx, { params }) => loadSeason(ctx, params.seasonId),
    may: (actor, { cluster }) => seasonAccess.read(actor, cluster),
    run: (ctx, { subject }) => readSettings(ctx, subject),
  })
  route(host, settingApi.save, {
    load: (ctx, { params }) => loadSeason(ctx, params.seasonId),
    may: (actor, { cluster }) => seasonAccess.change(actor, cluster),
    run: async (ctx, { subject, body }) => {
      await saveSettings(ctx, subject, body)
      return {}
    },
  })
  route(host, settingApi.rate, {
    load: (ctx, { params }) => loadSeason(ctx, params.seasonId),
    may: (actor, { cluster }) => seasonAccess.change(actor, cluster),
    run: async (ctx, { subject, body }) => {
      await rateSchool(ctx, subject, body)
      return {}
    },
  })
}
