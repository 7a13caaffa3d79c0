import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { readingOf, sendFile } from '#modules/files/index.ts'
import { loadCluster } from '#modules/organizations/index.ts'
import { addEvent, cancelEvent, changeEvent, holdEvent, writeMinutes } from './event.actions.ts'
import { eventAccess } from './event.access.ts'
import { eventApi } from './event.contract.ts'
import { loadEvent } from './event.load.ts'
import { linesOf } from './event-lines.ts'
import { addLink, dropLink, findLinkFile } from './event-link.actions.ts'
import { readEvent } from './event-page.actions.ts'
import { readsResearch, readsUnion, unionAccess } from './research.access.ts'
import { loadUnion } from './union.load.ts'

export function eventRoutes(host: Host): void {
  route(host, eventApi.list, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: readsResearch,
    run: async (ctx, { subject, query }) => ({ events: await linesOf(ctx, subject, query) }),
  })
  route(host, eventApi.add, {
    load: (ctx, { params }) => loadUnion(ctx, params.unionId),
    may: unionAccess.lead,
    run: async (ctx, { subject, body }) => ({ id: await addEvent(ctx, subject, body) }),
  })
  oneEventRoutes(host)
  linkRoutes(host)
}

type OfEvent = { params: { eventId: string } }
const load = (ctx: Context, { params }: OfEvent) => loadEvent(ctx, params.eventId)

function oneEventRoutes(host: Host): void {
  const how = { load, may: eventAccess.lead }
  route(host, eventApi.read, { load, may: readsUnion, run: (ctx, { subject }) => readEvent(ctx, subject) })
  route(host, eventApi.change, { ...how, run: (ctx, { subject, body }) => done(changeEvent(ctx, subject, body)) })
  route(host, eventApi.minutes, { ...how, run: (ctx, { subject, body }) => done(writeMinutes(ctx, subject, body)) })
  route(host, eventApi.hold, { ...how, run: (ctx, { subject }) => done(holdEvent(ctx, subject)) })
  route(host, eventApi.cancel, { ...how, run: (ctx, { subject, body }) => done(cancelEvent(ctx, subject, body.why)) })
}

function linkRoutes(host: Host): void {
  const how = { load, may: eventAccess.lead }
  route(host, eventApi.addLink, { ...how, run: (ctx, { subject, body }) => addLink(ctx, subject, body) })
  route(host, eventApi.dropLink, { ...how, run: (ctx, { subject, params }) => dropLink(ctx, subject, params.linkId) })
  const ofFile = {
    load: async (ctx: Context, asked: OfEvent & { params: { linkId: string } }) =>
      findLinkFile(ctx, await load(ctx, asked), asked.params.linkId),
    may: readsUnion,
  }
  route(host, eventApi.file, {
    ...ofFile,
    run: (ctx, { subject, query, request }) => sendFile(ctx, subject.file, { request, show: query.show === '1' }),
  })
  route(host, eventApi.text, { ...ofFile, run: (ctx, { subject }) => readingOf(ctx, subject.file) })
}

async function done(work: Promise<void>): Promise<Record<string, never>> {
  await work
  return {}
}
