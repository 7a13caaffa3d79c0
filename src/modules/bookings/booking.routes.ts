import { loadCluster } from '#modules/organizations/index.ts'
import { nothing, route, type Host } from '#platform/route.ts'
import { signedIn } from '#shared/access.ts'
import { bookingAccess, mayBook, mayLook } from './booking.access.ts'
import { bookVenues, lookAtRequest, readBookings, readMine } from './booking.actions.ts'
import { bookingApi } from './booking.contract.ts'
import { toldOf } from './booking.reply.ts'
import { cancelBooking, decideBooking, loadBooking } from './change.actions.ts'
import { moveBooking } from './move.actions.ts'

export function bookingRoutes(host: Host): void {
  route(host, bookingApi.look, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: mayBook,
    run: (ctx, { subject, body }) => lookAtRequest(ctx, subject, body),
  })
  route(host, bookingApi.book, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: mayBook,
    run: (ctx, { subject, body }) => bookVenues(ctx, subject, body),
  })
  route(host, bookingApi.list, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: mayLook,
    run: (ctx, { subject, query }) => readBookings(ctx, subject, query),
  })
  route(host, bookingApi.mine, { load: nothing, may: signedIn, run: (ctx) => readMine(ctx) })
  routesOfOne(host)
}

function routesOfOne(host: Host): void {
  route(host, bookingApi.read, {
    load: (ctx, { params }) => loadBooking(ctx, params.bookingId),
    may: bookingAccess.read,
    run: async (ctx, { subject }) => (await toldOf(ctx, [subject]))[0]!,
  })
  route(host, bookingApi.cancel, {
    load: (ctx, { params }) => loadBooking(ctx, params.bookingId),
    may: bookingAccess.cancel,
    run: (ctx, { subject, body }) => cancelBooking(ctx, subject, body),
  })
  route(host, bookingApi.move, {
    load: (ctx, { params }) => loadBooking(ctx, params.bookingId),
    may: bookingAccess.move,
    run: async (ctx, { subject, body }) => (await toldOf(ctx, [await moveBooking(ctx, subject, body)]))[0]!,
  })
  route(host, bookingApi.decide, {
    load: (ctx, { params }) => loadBooking(ctx, params.bookingId),
    may: bookingAccess.decide,
    run: (ctx, { subject, body }) => decideBooking(ctx, subject, body),
  })
}
