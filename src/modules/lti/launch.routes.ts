import { signedIn } from '#shared/access.ts'
import { anyone, nothing, route, type Host } from '#platform/route.ts'
import { answerTool, loadLaunch, publicKeyOf } from './launch.actions.ts'
import { launchApi } from './launch.contract.ts'

export function launchRoutes(host: Host): void {
  route(host, launchApi.keys, {
    load: (ctx, { params }) => publicKeyOf(ctx, params.toolId),
    may: anyone,
    run: async (_, { subject }) => ({ keys: [subject] }),
    perMinute: 120,
  })
  route(host, launchApi.authorize, {
    load: (ctx, { query }) => loadLaunch(ctx, query),
    may: signedIn,
    run: (ctx, { subject, query, ...exchange }) => answerTool(ctx, subject, query, exchange),
    audited: true,
  })
  route(host, launchApi.authorizeByForm, {
    load: nothing,
    may: anyone,
    run: async (_, { body, reply }) => {
      const location = `${launchApi.authorize.path}?${new URLSearchParams(body)}`
      reply.code(303).headers({ location, 'cache-control': 'no-store' })
      return {}
    },
    audited: false,
    fromElsewhere: true,
    perMinute: 120,
  })
}
