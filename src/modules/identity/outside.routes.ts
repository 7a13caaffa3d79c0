import { signedIn } from '#shared/access.ts'
import { anyone, nothing, route, type Host } from '#platform/route.ts'
import { finishOutside, readOutside, startOutside, unlinkOutside } from './outside.actions.ts'
import { outsideApi } from './outside.contract.ts'

export function outsideRoutes(host: Host): void {
  route(host, outsideApi.read, { load: nothing, may: anyone, run: (ctx) => readOutside(ctx) })

  route(host, outsideApi.start, {
    load: nothing,
    may: anyone,
    run: (ctx, { body, ...exchange }) => startOutside(ctx, body, exchange),
    perMinute: 30,
  })

  route(host, outsideApi.finish, {
    load: nothing,
    may: anyone,
    run: (ctx, { body, ...exchange }) => finishOutside(ctx, body.answer, exchange),
    perMinute: 30,
  })

  route(host, outsideApi.unlink, {
    load: nothing,
    may: signedIn,
    run: async (ctx) => {
      await unlinkOutside(ctx)
      return {}
    },
  })
}
