import { findUnit } from '#modules/organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { filingFile, readStandings, recordFiling, sayStanding } from './filing.actions.ts'
import { filingApi } from './filing.contract.ts'
import { keepsStanding, unitMobility } from './mobility.access.ts'

const load = (ctx: Context, { params }: { params: { unitId: number } }) => findUnit(ctx.db, params.unitId, ctx.today)

export function filingRoutes(host: Host): void {
  route(host, filingApi.file, {
    load,
    may: unitMobility.file,
    audited: true,
    run: (ctx, { subject, params, query }) => filingFile(ctx, subject, { params, query }),
  })
  route(host, filingApi.record, {
    load,
    may: unitMobility.openBatch,
    run: async (ctx, { subject, body }) => ({ filed: await recordFiling(ctx, subject, body) }),
  })
  route(host, filingApi.standings, {
    load,
    may: unitMobility.seeStandings,
    run: async (ctx, { subject, query }) => ({
      ...(await readStandings(ctx, subject, query.year)),
      can: unitMobility.keepStandings(ctx.actor, subject) ? ['keepStandings' as const] : [],
    }),
  })
  route(host, filingApi.say, {
    load: (ctx, { params }) => findUnit(ctx.db, params.schoolId, ctx.today),
    may: keepsStanding,
    run: async (ctx, { subject, body }) => {
      await sayStanding(ctx, subject, body)
      return {}
    },
  })
}
