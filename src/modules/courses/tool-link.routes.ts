import { route, type Host } from '#platform/route.ts'
import { courseOf } from './course.routes.ts'
import { readAccess } from './entry.access.ts'
import { loadLink, readTools, wayInto } from './tool-link.actions.ts'
import { toolLinkApi } from './tool-link.contract.ts'

export function toolLinkRoutes(host: Host): void {
  route(host, toolLinkApi.list, {
    load: courseOf,
    may: readAccess.read,
    run: (ctx, { subject }) => readTools(ctx, subject),
  })
  route(host, toolLinkApi.open, {
    load: (ctx, { params }) => loadLink(ctx, params.courseId, params.materialId),
    may: readAccess.read,
    run: async (ctx, { subject, ...exchange }) => {
      const location = await wayInto(ctx, subject, exchange)
      exchange.reply.code(302).headers({ location, 'cache-control': 'no-store' })
      return {}
    },
  })
}
