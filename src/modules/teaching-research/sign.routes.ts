import { signedIn } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { nothing, route, type Host } from '#platform/route.ts'
import { eventAccess } from './event.access.ts'
import { signApi } from './event.contract.ts'
import { loadEvent } from './event.load.ts'
import { codeOf, dropSign, readNear, recordSigns, signIn } from './sign.actions.ts'

export function signRoutes(host: Host): void {
  const load = (ctx: Context, { params }: { params: { eventId: string } }) => loadEvent(ctx, params.eventId)
  route(host, signApi.near, { load: nothing, may: signedIn, run: (ctx) => readNear(ctx) })
  route(host, signApi.code, {
    load,
    may: eventAccess.show,
    run: (ctx, { subject }) => codeOf(ctx, subject, ctx.config.siteAddress),
  })
  route(host, signApi.signIn, {
    load,
    may: eventAccess.sign,
    run: (ctx, { subject, body }) => signIn(ctx, subject, body),
    perMinute: 60,
  })
  route(host, signApi.record, {
    load,
    may: eventAccess.record,
    run: (ctx, { subject, body }) => recordSigns(ctx, subject, body),
  })
  route(host, signApi.drop, {
    load,
    may: eventAccess.record,
    run: (ctx, { subject, params }) => dropSign(ctx, subject, params.signId),
  })
}
