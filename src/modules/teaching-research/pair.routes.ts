import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { loadCluster } from '#modules/organizations/index.ts'
import { pairAccess, readsPair } from './pair.access.ts'
import { addMeeting, addPair, addReport, endPair, loadPair, readPair, readPairs, signPair } from './pair.actions.ts'
import { pairApi } from './pair.contract.ts'
import { clusterAccess, readsResearch } from './research.access.ts'

export function pairRoutes(host: Host): void {
  route(host, pairApi.list, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: readsResearch,
    run: (ctx, { subject, query }) => readPairs(ctx, subject, query.year),
  })
  route(host, pairApi.add, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: clusterAccess.keep,
    run: async (ctx, { subject, body }) => ({ id: await addPair(ctx, subject, body) }),
  })
  const load = (ctx: Context, { params }: { params: { pairId: string } }) => loadPair(ctx, params.pairId)
  route(host, pairApi.read, { load, may: readsPair, run: (ctx, { subject }) => readPair(ctx, subject) })
  route(host, pairApi.meet, { load, may: pairAccess.meet, run: (ctx, { subject, body }) => done(addMeeting(ctx, subject, body)) }) // prettier-ignore
  route(host, pairApi.report, { load, may: pairAccess.report, run: (ctx, { subject, body }) => done(addReport(ctx, subject, body)) }) // prettier-ignore
  route(host, pairApi.sign, { load, may: pairAccess.sign, run: (ctx, { subject }) => done(signPair(ctx, subject)) })
  route(host, pairApi.end, { load, may: pairAccess.end, run: (ctx, { subject, body }) => done(endPair(ctx, subject, body)) }) // prettier-ignore
}

async function done(work: Promise<void>): Promise<Record<string, never>> {
  await work
  return {}
}
