import { within } from '#shared/access.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import {
  addExemption,
  attachProof,
  loadExemption,
  readExemptions,
  readProof,
  withdraw,
  type LatestYear,
} from './exemption.actions.ts'
import { exemptionApi } from './exemption.contract.ts'
import { leads } from './teacher.access.ts'
import { findYears } from './teacher-page.actions.ts'
import { placesOf } from './year.load.ts'

export function exemptionRoutes(host: Host): void {
  route(host, exemptionApi.list, {
    load: (ctx, { params }) => loadLatest(ctx, params.teacherId),
    may: (actor, { latest }) => within(actor.names, latest),
    run: (ctx, { subject }) => readExemptions(ctx, subject),
  })
  route(host, exemptionApi.add, {
    load: (ctx, { params }) => loadLatest(ctx, params.teacherId),
    may: (actor, { at }) => leads(actor, at),
    run: (ctx, { subject, body }) => addExemption(ctx, subject, body),
  })
  route(host, exemptionApi.attach, {
    load: async (ctx, { params }) => loadExemption(ctx, await listDistrictIds(ctx.db), params.exemptionId),
    may: (actor, { at }) => leads(actor, at),
    run: (ctx, { subject, body }) => attachProof(ctx, subject, body.file),
  })
  route(host, exemptionApi.proof, {
    load: async (ctx, { params }) => loadExemption(ctx, await listDistrictIds(ctx.db), params.exemptionId),
    may: (actor, { at }) => leads(actor, at),
    run: async (ctx, { subject }) => readProof(ctx, subject),
    audited: true,
  })
  route(host, exemptionApi.withdraw, {
    load: async (ctx, { params }) => loadExemption(ctx, await listDistrictIds(ctx.db), params.exemptionId),
    may: (actor, { at }) => leads(actor, at),
    run: (ctx, { subject, query }) => withdraw(ctx, subject, query.why),
  })
}

async function loadLatest(ctx: Context, teacherId: string): Promise<LatestYear | undefined> {
  const [latest] = (await findYears(ctx, teacherId)) ?? []
  const at = latest && (await placesOf(ctx, [latest.schoolId])).get(latest.schoolId)
  return latest && at && { latest, at }
}
