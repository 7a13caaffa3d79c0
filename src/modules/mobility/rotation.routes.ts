import { findUnit } from '#modules/organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { rotationAccess, seesRotation, unitMobility } from './mobility.access.ts'
import { readRotation, readRotations } from './rotation-page.actions.ts'
import { appraise, loadRotation, withdrawRotation } from './rotation.actions.ts'
import { rotationApi } from './rotation.contract.ts'

const load = (ctx: Context, { params }: { params: { rotationId: string } }) => loadRotation(ctx, params.rotationId)

export function rotationRoutes(host: Host): void {
  route(host, rotationApi.list, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: unitMobility.read,
    run: (ctx, { subject, query }) => readRotations(ctx, subject, query.year),
  })
  route(host, rotationApi.read, { load, may: seesRotation, run: (ctx, { subject }) => readRotation(ctx, subject) })
  route(host, rotationApi.withdraw, {
    load,
    may: rotationAccess.withdraw,
    run: async (ctx, { subject, body }) => {
      await withdrawRotation(ctx, subject, body.why)
      return {}
    },
  })
  route(host, rotationApi.appraise, {
    load,
    may: rotationAccess.appraise,
    run: async (ctx, { subject, body }) => ({ closed: await appraise(ctx, subject, body) }),
  })
}
