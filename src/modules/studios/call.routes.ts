import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { loadCluster } from '#modules/organizations/index.ts'
import { addCall, apply, loadCall, readCall, type CallSubject } from './call.actions.ts'
import { callApi } from './call.contract.ts'
import { decide, loadApplication, withdraw } from './decision.actions.ts'
import { applicationAccess, clusterAccess, readsStudios } from './studio.access.ts'
import { done } from './studio.routes.ts'
import type { Actor } from '#shared/access.ts'

const readsCall = (actor: Actor, { unit }: CallSubject) => readsStudios(actor, unit)

export function callRoutes(host: Host): void {
  route(host, callApi.add, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: clusterAccess.keep,
    run: async (ctx, { subject, body }) => ({ id: await addCall(ctx, subject, body) }),
  })
  const load = (ctx: Context, { params }: { params: { callId: string } }) => loadCall(ctx, params.callId)
  route(host, callApi.read, { load, may: readsCall, run: (ctx, { subject }) => readCall(ctx, subject) })
  // For which schools somebody may apply is told with the call; for others it is refused by name.
  route(host, callApi.apply, {
    load,
    may: readsCall,
    run: async (ctx, { subject, body }) => ({ id: await apply(ctx, subject, body) }),
  })
  const application = (ctx: Context, { params }: { params: { applicationId: string } }) =>
    loadApplication(ctx, params.applicationId)
  route(host, callApi.decide, {
    load: application,
    may: applicationAccess.decide,
    run: (ctx, { subject, body }) => decide(ctx, subject, body),
  })
  route(host, callApi.withdraw, {
    load: application,
    may: applicationAccess.withdraw,
    run: (ctx, { subject }) => done(withdraw(ctx, subject)),
  })
}
