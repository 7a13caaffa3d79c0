import { signedIn } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { findAccountHeld } from './account.sql.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  readSecondFactor,
  renewCodes,
} from './second-factor.actions.ts'
import { secondFactorApi } from './second-factor.contract.ts'

const own = { load: (ctx: Context) => ctx.asOwner((db) => findAccountHeld(db, ctx.actor.id)), may: signedIn }

export function secondFactorRoutes(host: Host): void {
  route(host, secondFactorApi.read, { ...own, run: (ctx, { subject }) => readSecondFactor(ctx, subject) })
  route(host, secondFactorApi.begin, {
    ...own,
    run: (ctx, { subject, body }) => beginSecondFactor(ctx, subject, body.password),
    perMinute: 20,
  })
  route(host, secondFactorApi.confirm, {
    ...own,
    run: (ctx, { subject, body }) => confirmSecondFactor(ctx, subject, body.code),
    perMinute: 20,
  })
  route(host, secondFactorApi.newCodes, {
    ...own,
    run: (ctx, { subject, body }) => renewCodes(ctx, subject, body.code),
    perMinute: 20,
  })
  route(host, secondFactorApi.end, {
    ...own,
    run: async (ctx, { subject, body }) => (await endSecondFactor(ctx, subject, body.code)) ?? {},
    perMinute: 20,
  })
}
