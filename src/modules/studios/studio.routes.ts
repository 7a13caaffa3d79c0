import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { loadCluster } from '#modules/organizations/index.ts'
import { appraise } from './appraisal.actions.ts'
import { appraisalApi } from './appraisal.contract.ts'
import { addStudio } from './begin.actions.ts'
import { addMembers, dropMember } from './member.actions.ts'
import { memberApi } from './member.contract.ts'
import { clusterAccess, readsStudio, readsStudios, studioAccess } from './studio.access.ts'
import { changeStudio, endStudio, readStudio, readStudios } from './studio.actions.ts'
import { studioApi } from './studio.contract.ts'
import { loadStudio } from './studio.load.ts'

export function studioRoutes(host: Host): void {
  const cluster = (ctx: Context, { params }: { params: { unitId: number } }) => loadCluster(ctx, params.unitId)
  const load = (ctx: Context, { params }: { params: { studioId: string } }) => loadStudio(ctx, params.studioId)
  route(host, studioApi.list, {
    load: cluster,
    may: readsStudios,
    run: (ctx, { subject, query }) => readStudios(ctx, subject, query.year),
  })
  route(host, studioApi.add, {
    load: cluster,
    may: clusterAccess.keep,
    run: async (ctx, { subject, body }) => ({ id: await addStudio(ctx, subject, body) }),
  })
  route(host, studioApi.read, {
    load,
    may: readsStudio,
    run: (ctx, { subject, query }) => readStudio(ctx, subject, query.year),
  })
  route(host, studioApi.change, { load, may: studioAccess.keep, run: (ctx, { subject, body }) => done(changeStudio(ctx, subject, body)) }) // prettier-ignore
  route(host, studioApi.end, { load, may: studioAccess.keep, run: (ctx, { subject, body }) => done(endStudio(ctx, subject, body)) }) // prettier-ignore
  route(host, memberApi.add, { load, may: studioAccess.host, run: (ctx, { subject, body }) => addMembers(ctx, subject, body) }) // prettier-ignore
  route(host, memberApi.end, {
    load,
    may: studioAccess.host,
    run: (ctx, { subject, params, body }) => done(dropMember(ctx, subject, params.memberId, body)),
  })
  route(host, appraisalApi.add, { load, may: studioAccess.appraise, run: (ctx, { subject, body }) => appraise(ctx, subject, body) }) // prettier-ignore
}

export async function done(work: Promise<void>): Promise<Record<string, never>> {
  await work
  return {}
}
