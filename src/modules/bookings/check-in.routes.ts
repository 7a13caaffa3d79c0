import { signedIn } from '#shared/access.ts'
import { anyone, nothing, route, type Exchange, type Host } from '#platform/route.ts'
import type { Context } from '#platform/context.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { arrivalOf, loadArrival, loadHostedVenue, readAt, readMine, seenOf, isOpen } from './arrival.actions.ts'
import { comes, isHost, sees } from './check-in.access.ts'
import { checkIn, closeUse, review, sayWhoCame } from './check-in.actions.ts'
import { checkInApi, hostApi, openApi, type Arrival } from './check-in.contract.ts'
import { readHostedDay } from './host.actions.ts'
import { behindLink, linkTo } from './open-link.ts'
import { bookingProblems } from './problems.ts'
import { codeOf } from './place-code.actions.ts'

export function checkInRoutes(host: Host): void {
  arrivalRoutes(host)
  hostRoutes(host)
  openRoutes(host)
}

const loadOne = (ctx: Context, { params }: { params: { bookingId: string } }) => loadArrival(ctx, params.bookingId)

function arrivalRoutes(host: Host): void {
  route(host, checkInApi.mine, { load: nothing, may: signedIn, run: (ctx) => readMine(ctx) })
  route(host, checkInApi.at, {
    load: (ctx, { params }) => loadHostedVenue(ctx, params.venueId),
    may: (actor, { hostPlace }) => belongsNear(actor, hostPlace.clusterIds) || isHost(actor, { hostPlace }),
    run: (ctx, { subject, query }) => readAt(ctx, subject.venue, query.at === undefined ? ctx.now : new Date(query.at)),
  })
  route(host, checkInApi.read, { load: loadOne, may: sees, run: async (ctx, { subject }) => arrivalOf(ctx, subject) })
  route(host, checkInApi.checkIn, {
    load: loadOne,
    may: comes,
    run: (ctx, { subject, body }) => checkIn(ctx, subject, body),
    perMinute: 30,
  })
  route(host, checkInApi.review, {
    load: loadOne,
    may: comes,
    run: (ctx, { subject, body }) => review(ctx, subject, body),
  })
  route(host, checkInApi.link, {
    load: loadOne,
    may: sees,
    run: async (ctx, { subject }) => linkTo(ctx, subject.row),
  })
}

const belongsNear = (actor: Context['actor'], clusterIds: readonly number[] = []): boolean =>
  clusterIds.some((id) => actor.belongs(id))

function hostRoutes(host: Host): void {
  route(host, checkInApi.say, {
    load: loadOne,
    may: isHost,
    run: (ctx, { subject, body }) => sayWhoCame(ctx, subject, body),
  })
  route(host, checkInApi.close, { load: loadOne, may: isHost, run: (ctx, { subject }) => closeUse(ctx, subject) })
  route(host, hostApi.day, {
    load: nothing,
    may: signedIn,
    run: async (ctx, { query }) => readHostedDay(ctx, await listDistrictIds(ctx.db), query.day ?? ctx.today),
  })
  route(host, hostApi.code, {
    load: (ctx, { params }) => loadHostedVenue(ctx, params.venueId),
    may: isHost,
    run: (ctx, { subject, request }) => codeOf(ctx, subject.venue, addressOf(request)),
  })
}

/** The site as the host's own browser reaches it: who scans comes to the same house. */
const addressOf = (request: Exchange['request']): string => `${request.protocol}://${request.host}`

const byLink = (ctx: Context, { query }: { query: { token: string } }) =>
  behindLink(ctx, query.token).then((found) => found ?? null)

function openRoutes(host: Host): void {
  route(host, openApi.read, {
    load: byLink,
    may: anyone,
    run: async (ctx, { subject }) => {
      if (!subject) return bookingProblems.linkOver()
      const { arrival, until } = subject
      return { now: ctx.now.toISOString(), until, arrival: openly(ctx, arrival) }
    },
    perMinute: 60,
  })
  route(host, openApi.checkIn, {
    load: byLink,
    may: anyone,
    run: async (ctx, { subject, body }) => (subject ? checkIn(ctx, subject.arrival, body) : bookingProblems.linkOver()),
    perMinute: 20,
  })
  route(host, openApi.review, {
    load: byLink,
    may: anyone,
    run: async (ctx, { subject, body }) => (subject ? review(ctx, subject.arrival, body) : bookingProblems.linkOver()),
    perMinute: 20,
  })
}

/** Who has the link comes in its name, and is told nobody's name. */
function openly({ now }: Context, { row }: NonNullable<Awaited<ReturnType<typeof loadArrival>>>): Arrival {
  const can: Arrival['can'] = []
  if (isOpen(row, now)) can.push('checkIn')
  if (row.checkIn) can.push('review')
  const checkIn = row.checkIn && { ...row.checkIn, byName: '', remark: '' }
  return { ...seenOf({ ...row, bookedBy: '', checkIn }), can }
}
