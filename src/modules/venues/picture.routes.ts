import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { addPicture, editPicture, forwardPicture, loadPicture, removePicture, showPicture } from './picture.actions.ts'
import { pictureApi } from './picture.contract.ts'
import { loadSite } from './site.actions.ts'
import { venueAccess } from './venue.access.ts'
import { loadVenue } from './venue.load.ts'

export function pictureRoutes(host: Host): void {
  route(host, pictureApi.addToVenue, {
    load: (ctx, { params }) => loadVenue(ctx, params.venueId),
    may: venueAccess.keep,
    run: (ctx, { subject: { venue }, query, body }) => addPicture(ctx, venue, { venueId: venue.id }, { query, body }),
  })
  route(host, pictureApi.addToSite, {
    load: (ctx, { params }) => loadSite(ctx, params.siteId),
    may: venueAccess.keep,
    run: (ctx, { subject: { site }, query, body }) => addPicture(ctx, site, { siteId: site.id }, { query, body }),
  })
  const ofOne = {
    load: (ctx: Context, { params }: { params: { pictureId: string } }) => loadPicture(ctx, params.pictureId),
    may: venueAccess.keep,
  }
  route(host, pictureApi.read, {
    ...ofOne,
    may: venueAccess.read,
    run: (ctx, { subject, reply }) => showPicture(ctx, subject, reply),
  })
  route(host, pictureApi.edit, { ...ofOne, run: (ctx, { subject, body }) => editPicture(ctx, subject, body.words) })
  route(host, pictureApi.forward, { ...ofOne, run: (ctx, { subject }) => forwardPicture(ctx, subject) })
  route(host, pictureApi.remove, { ...ofOne, run: (ctx, { subject }) => removePicture(ctx, subject) })
}
