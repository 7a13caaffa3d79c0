import { route, type Host } from '#platform/route.ts'
import { writeCartridge } from './cartridge.actions.ts'
import { cartridgeApi } from './cartridge.contract.ts'
import { courseOf } from './course.routes.ts'
import { readAccess } from './entry.access.ts'

export function cartridgeRoutes(host: Host): void {
  route(host, cartridgeApi.read, {
    load: courseOf,
    may: readAccess.read,
    run: (ctx, { subject, query }) => writeCartridge(ctx, subject, query.format),
    audited: true,
  })
}
