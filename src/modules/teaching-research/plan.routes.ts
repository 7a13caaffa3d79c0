import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { addPlanLine, confirmYear, dropPlanLine, loadLine } from './plan.actions.ts'
import { planApi } from './plan.contract.ts'
import { unionAccess } from './research.access.ts'
import { loadUnion } from './union.load.ts'

const load = (ctx: Context, { params }: { params: { unionId: string } }) => loadUnion(ctx, params.unionId)

export function planRoutes(host: Host): void {
  route(host, planApi.add, {
    load,
    may: unionAccess.lead,
    run: async (ctx, { subject, body }) => ({ id: await addPlanLine(ctx, subject, body) }),
  })
  route(host, planApi.confirm, {
    load,
    may: unionAccess.keep,
    run: async (ctx, { subject, body }) => ({ confirmed: await confirmYear(ctx, subject, body.year) }),
  })
  route(host, planApi.drop, {
    load: (ctx, { params }) => loadLine(ctx, params.lineId),
    may: unionAccess.lead,
    run: async (ctx, { subject }) => {
      await dropPlanLine(ctx, subject)
      return {}
    },
  })
}
