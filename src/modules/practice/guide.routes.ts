import type { Context } from '#platform/context.ts'
import { anyone, route, type Host } from '#platform/route.ts'
import { loadCluster, unitAccess } from '#modules/organizations/index.ts'
import {
  findOpenGuide,
  guideFile,
  issueGuide,
  keepGuide,
  loadGuide,
  readGuide,
  type LoadedGuide,
} from './guide.actions.ts'
import { practiceAccess } from './guide.access.ts'
import { guideApi } from './guide.contract.ts'
import { differences } from './guide.rules.ts'

const unitOf = (ctx: Context, { params }: { params: { unitId: number } }) => loadCluster(ctx, params.unitId)

async function guideOf(ctx: Context, unitId: number, number?: number): Promise<LoadedGuide | undefined> {
  const unit = await loadCluster(ctx, unitId)
  return unit && loadGuide(ctx, unit, number)
}

export function guideRoutes(host: Host): void {
  route(host, guideApi.read, {
    load: (ctx, { params, query }) => guideOf(ctx, params.unitId, query.edition),
    may: (actor, { unit }) => unitAccess.readSchools(actor, unit),
    run: (ctx, { subject }) => readGuide(ctx, subject),
  })
  route(host, guideApi.keep, {
    load: unitOf,
    may: practiceAccess.keep,
    run: async (ctx, { subject, body }) => {
      await keepGuide(ctx, subject, body)
      return {}
    },
  })
  route(host, guideApi.issue, {
    load: unitOf,
    may: practiceAccess.keep,
    run: async (ctx, { subject, body }) => ({ number: await issueGuide(ctx, subject, body.words) }),
  })
  route(host, guideApi.compare, {
    load: async (ctx, { params, query }) => {
      const [from, to] = [await guideOf(ctx, params.unitId, query.from), await guideOf(ctx, params.unitId, query.to)]
      return from && to && { from, to }
    },
    may: (actor, { from }) => unitAccess.readSchools(actor, from.unit),
    run: async (_, { subject: { from, to } }) => ({ changes: differences(from.content, to.content) }),
  })
  route(host, guideApi.file, {
    load: (ctx, { params, query }) => guideOf(ctx, params.unitId, query.edition),
    may: (actor, { unit }) => unitAccess.readSchools(actor, unit),
    run: (ctx, { subject, params }) => guideFile(ctx, subject, params.format),
  })
  openRoutes(host)
}

/** What the office made public, for everybody: no account is asked for. */
function openRoutes(host: Host): void {
  route(host, guideApi.open, {
    load: (ctx, { params }) => findOpenGuide(ctx, params.code),
    may: anyone,
    run: async (ctx, { subject: { content, number, issuedOn } }) => ({
      ...{ content, number, issuedOn },
      tiles: ctx.config.tilesUrl ?? null,
    }),
    perMinute: 60,
  })
  route(host, guideApi.openFile, {
    load: (ctx, { params }) => findOpenGuide(ctx, params.code),
    may: anyone,
    run: (ctx, { subject, params }) => guideFile(ctx, { edition: subject, content: subject.content }, params.format),
    perMinute: 20,
  })
}
