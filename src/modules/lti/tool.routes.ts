import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { loadCluster, unitAccess } from '#modules/organizations/index.ts'
import { toolAccess } from './tool.access.ts'
import { readTools, saveTool } from './tool.actions.ts'
import { toolApi } from './tool.contract.ts'

const load = (ctx: Context, { params }: { params: { unitId: number } }) => loadCluster(ctx, params.unitId)

export function toolRoutes(host: Host): void {
  route(host, toolApi.list, { load, may: unitAccess.import, run: (ctx, { subject }) => readTools(ctx, subject) })
  route(host, toolApi.save, {
    load,
    may: toolAccess.keep,
    run: async (ctx, { subject, body }) => ({ id: await saveTool(ctx, subject, body) }),
  })
}
