import { signedIn } from '#shared/access.ts'
import { anyone, nothing, route, type Host } from '#platform/route.ts'
import { findAccount, findAccountHeld } from './account.sql.ts'
import { takeCode } from './second-step.actions.ts'
import { changePassword, endOtherSessions, meOf, readSessions, signIn, signOut } from './session.actions.ts'
import { sessionApi } from './session.contract.ts'

export function sessionRoutes(host: Host): void {
  route(host, sessionApi.signIn, {
    load: nothing,
    may: anyone,
    run: (ctx, { body, ...exchange }) => signIn(ctx, body, exchange),
    perMinute: 30,
  })

  route(host, sessionApi.sendCode, {
    load: nothing,
    may: anyone,
    run: (ctx, { body, ...exchange }) => takeCode(ctx, body.code, exchange),
    perMinute: 30,
  })

  route(host, sessionApi.me, {
    load: (ctx) => ctx.asOwner((db) => findAccount(db, ctx.actor.id)),
    may: signedIn,
    run: (ctx, { subject }) => meOf(ctx, ctx.actor, subject),
  })

  route(host, sessionApi.signOut, {
    load: nothing,
    may: signedIn,
    run: async (ctx, exchange) => {
      await signOut(ctx, exchange)
      return {}
    },
  })

  route(host, sessionApi.list, { load: nothing, may: signedIn, run: (ctx, exchange) => readSessions(ctx, exchange) })

  route(host, sessionApi.endOthers, {
    load: nothing,
    may: signedIn,
    run: async (ctx, exchange) => ({ ended: await endOtherSessions(ctx, exchange) }),
  })

  route(host, sessionApi.changePassword, {
    load: (ctx) => ctx.asOwner((db) => findAccountHeld(db, ctx.actor.id)),
    may: signedIn,
    run: async (ctx, { subject, body, ...exchange }) => (await changePassword(ctx, subject, body, exchange)) ?? {},
    perMinute: 30,
  })
}
