import type { Actor } from '#shared/access.ts'
import { route, type Host } from '#platform/route.ts'
import { adoptPlan, proposeAdoption } from './adopt.actions.ts'
import { adoptApi } from './adopt.contract.ts'
import { loadPlan, type PlanSubject } from './plan.load.ts'
import { seasonAccess } from './season.access.ts'

const mayAdopt = (actor: Actor, { cluster }: PlanSubject) => seasonAccess.adopt(actor, cluster)

/** A plan becomes a batch. */
export function adoptRoutes(host: Host): void {
  route(host, adoptApi.propose, {
    load: (ctx, { params }) => loadPlan(ctx, params.planId),
    may: mayAdopt,
    run: (ctx, { subject }) => proposeAdoption(ctx, subject),
  })
  route(host, adoptApi.adopt, {
    load: (ctx, { params }) => loadPlan(ctx, params.planId),
    may: mayAdopt,
    run: (ctx, { subject, body }) => adoptPlan(ctx, subject, body),
  })
}
