import { route, type Host } from '#platform/route.ts'
import { findUnit, unitAccess } from '#modules/organizations/index.ts'
import { handIn, loadHandIn, readAsked } from './hand-in.actions.ts'
import { handInApi } from './hand-in.contract.ts'
import { importInReply } from './import.reply.ts'

export function handInRoutes(host: Host): void {
  route(host, handInApi.read, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: unitAccess.handIn,
    run: async (ctx, { subject }) => ({ calls: await readAsked(ctx, subject) }),
  })

  route(host, handInApi.upload, {
    load: (ctx, { params }) => loadHandIn(ctx, params),
    may: (actor, { school }) => unitAccess.handIn(actor, school),
    perMinute: 240,
    run: async (ctx, { subject, body }) => importInReply(ctx, await handIn(ctx, subject, body.file), host.jobs),
  })
}
