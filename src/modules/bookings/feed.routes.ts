import { anyone, nothing, route, type Host } from '#platform/route.ts'
import { signedIn } from '#shared/access.ts'
import { dropFeed, findCalendar, makeFeed, readFeeds, writeCalendar } from './feed.actions.ts'
import { feedApi } from './feed.contract.ts'

export function feedRoutes(host: Host): void {
  route(host, feedApi.list, { load: nothing, may: signedIn, run: (ctx) => readFeeds(ctx) })
  route(host, feedApi.make, { load: nothing, may: signedIn, run: (ctx, { body }) => makeFeed(ctx, body) })
  route(host, feedApi.drop, { load: nothing, may: signedIn, run: (ctx, { params }) => dropFeed(ctx, params.feedId) })
  route(host, feedApi.read, {
    load: (ctx, { params }) => findCalendar(ctx, params.token),
    may: anyone,
    run: (ctx, { subject }) => writeCalendar(ctx, subject),
  })
}
