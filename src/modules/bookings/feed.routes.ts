import { anyone, Later, nothing, route, type Host } from '#platform/route.ts'
import { signedIn } from '#shared/access.ts'
import { nameOf, readOwnCalendar, writeCalendar } from './calendar.actions.ts'
import { calendarApi } from './calendar.contract.ts'
import { dropFeed, findCalendar, makeFeed, readFeeds } from './feed.actions.ts'
import { feedApi } from './feed.contract.ts'

export function feedRoutes(host: Host): void {
  route(host, feedApi.list, { load: nothing, may: signedIn, run: (ctx) => readFeeds(ctx) })
  route(host, feedApi.make, { load: nothing, may: signedIn, run: (ctx, { body }) => makeFeed(ctx, body) })
  route(host, feedApi.drop, { load: nothing, may: signedIn, run: (ctx, { params }) => dropFeed(ctx, params.feedId) })
  route(host, feedApi.read, {
    load: (ctx, { params }) => findCalendar(ctx, params.token),
    may: anyone,
    // Behind the wall of whoever made the address, not that of the visitor who calls it.
    run: async (_, { subject: { actor, feed, name }, request }) =>
      new Later(() => host.inContext(actor, request, (own) => writeCalendar(own, feed, name))),
  })
  route(host, calendarApi.mine, { load: nothing, may: signedIn, run: (ctx) => readOwnCalendar(ctx) })
  route(host, calendarApi.read, {
    load: (ctx, { params }) => nameOf(ctx, params),
    may: signedIn,
    run: (ctx, { params, subject }) => writeCalendar(ctx, params, subject.name),
  })
}
