import { nothing, route, type Host } from '#platform/route.ts'
import { signedIn } from '#shared/access.ts'
import { loadCluster } from '#modules/organizations/index.ts'
import { isWaiting, mayBook } from './booking.access.ts'
import { joinLine, leaveLine, loadWaiting, readMyWaiting } from './waiting.actions.ts'
import { waitingApi } from './waiting.contract.ts'

export function waitingRoutes(host: Host): void {
  route(host, waitingApi.join, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: mayBook,
    run: (ctx, { subject, body }) => joinLine(ctx, subject, body),
  })
  route(host, waitingApi.mine, { load: nothing, may: signedIn, run: (ctx) => readMyWaiting(ctx) })
  route(host, waitingApi.leave, {
    load: (ctx, { params }) => loadWaiting(ctx, params.waitingId),
    may: isWaiting,
    run: (ctx, { subject }) => leaveLine(ctx, subject),
  })
}
