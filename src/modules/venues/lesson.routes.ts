import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { loadSchool } from '#modules/organizations/index.ts'
import { lessonForm, uploadLessons } from './lesson-file.actions.ts'
import { readLessons, saveLessons } from './lesson.actions.ts'
import { lessonApi } from './lesson.contract.ts'
import { keepsVenuesOf, venueAccess } from './venue.access.ts'
import { loadVenue, loadVenueAlone } from './venue.load.ts'

export function lessonRoutes(host: Host): void {
  route(host, lessonApi.read, {
    load: (ctx, { params }) => loadVenue(ctx, params.venueId),
    may: venueAccess.keep,
    run: (ctx, { subject }) => readLessons(ctx, subject),
  })
  route(host, lessonApi.save, {
    load: (ctx, { params }) => loadVenueAlone(ctx, params.venueId),
    may: venueAccess.keep,
    run: (ctx, { subject, body }) => saveLessons(ctx, subject, body),
  })
  const ofSchool = {
    load: (ctx: Context, { params }: { params: { schoolId: number } }) => loadSchool(ctx, params.schoolId),
    may: keepsVenuesOf,
  }
  route(host, lessonApi.form, { ...ofSchool, run: (ctx, { subject }) => lessonForm(ctx, subject) })
  route(host, lessonApi.upload, {
    ...ofSchool,
    run: (ctx, { subject, query, body }) => uploadLessons(ctx, subject, query, body.file),
  })
}
