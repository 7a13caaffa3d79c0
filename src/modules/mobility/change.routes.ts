import { route, type Host } from '#platform/route.ts'
import { changeRotation } from './add.actions.ts'
import { loadBatch } from './batch.actions.ts'
import { changeApi } from './change.contract.ts'
import { batchAccess } from './mobility.access.ts'

export function changeRoutes(host: Host): void {
  route(host, changeApi.change, {
    load: (ctx, { params }) => loadBatch(ctx, params.batchId),
    may: batchAccess.edit,
    run: async (ctx, { subject, params, body }) => {
      await changeRotation(ctx, subject, params.rotationId, body)
      return {}
    },
  })
}
