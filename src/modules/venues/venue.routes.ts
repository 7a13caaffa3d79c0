import { loadCluster, loadSchool, unitAccess } from '#modules/organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { keepsVenuesOf, venueAccess } from './venue.access.ts'
import { addVenue, closeVenue, editVenue, readVenue, readVenues, reopenVenue } from './venue.actions.ts'
import { venueApi } from './venue.contract.ts'
import { exportVenues } from './venue.export.ts'
import { loadVenue, loadVenueAlone } from './venue.load.ts'
import { addClosing, keepEquipment, removeClosing } from './venue-part.actions.ts'

export function venueRoutes(host: Host): void {
  route(host, venueApi.list, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: unitAccess.readSchools,
    run: (ctx, { subject }) => readVenues(ctx, subject),
  })
  route(host, venueApi.export, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: unitAccess.readSchools,
    run: (ctx, { subject }) => exportVenues(ctx, subject),
    audited: true,
  })
  route(host, venueApi.add, {
    load: (ctx, { params }) => loadSchool(ctx, params.schoolId),
    may: keepsVenuesOf,
    run: (ctx, { subject, body }) => addVenue(ctx, { ...subject, schoolId: subject.id, siteId: null }, body),
  })
  routesOfOne(host)
}

function routesOfOne(host: Host): void {
  route(host, venueApi.read, {
    load: (ctx, { params }) => loadVenue(ctx, params.venueId),
    may: venueAccess.read,
    run: (ctx, { subject }) => readVenue(ctx, subject),
  })
  const of = {
    load: (ctx: Context, { params }: { params: { venueId: string } }) => loadVenueAlone(ctx, params.venueId),
    may: venueAccess.keep,
  }
  route(host, venueApi.edit, { ...of, run: (ctx, { subject, body }) => editVenue(ctx, subject, body) })
  route(host, venueApi.close, { ...of, run: (ctx, { subject }) => closeVenue(ctx, subject) })
  route(host, venueApi.reopen, { ...of, run: (ctx, { subject }) => reopenVenue(ctx, subject) })
  route(host, venueApi.addClosing, { ...of, run: (ctx, { subject, body }) => addClosing(ctx, subject, body) })
  route(host, venueApi.removeClosing, {
    ...of,
    run: (ctx, { subject, params }) => removeClosing(ctx, subject, params.closingId),
  })
  route(host, venueApi.saveEquipment, { ...of, run: (ctx, { subject, body }) => keepEquipment(ctx, subject, body) })
}
