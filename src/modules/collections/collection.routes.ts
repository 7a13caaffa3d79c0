import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { readingOf } from '#modules/files/index.ts'
import { loadCluster } from '#modules/organizations/index.ts'
import { clusterAccess, collectionAccess, readsCollection, readsCollections, workAccess } from './collection.access.ts'
import { addCollection, changeCollection, finish } from './collection.actions.ts'
import { collectionApi } from './collection.contract.ts'
import { loadCollection, loadWork, loadWorkFile } from './collection.load.ts'
import { readCollection, readCollections } from './collection-page.actions.ts'
import { addEntry, placeEntry, sendWork, withdraw } from './entry.actions.ts'
import { entryApi } from './entry.contract.ts'
import { writeContents, writeVolume } from './volume.actions.ts'

type OfCollection = { params: { collectionId: string } }
type OfWork = { params: { collectionId: string; entryId: string } }

const load = (ctx: Context, { params }: OfCollection) => loadCollection(ctx, params.collectionId)

export function collectionRoutes(host: Host): void {
  const cluster = (ctx: Context, { params }: { params: { unitId: number } }) => loadCluster(ctx, params.unitId)
  const kept = { load, may: collectionAccess.keep }
  route(host, collectionApi.list, { load: cluster, may: readsCollections, run: (ctx, { subject }) => readCollections(ctx, subject) }) // prettier-ignore
  route(host, collectionApi.add, {
    load: cluster,
    may: clusterAccess.keep,
    run: async (ctx, { subject, body }) => ({ id: await addCollection(ctx, subject, body) }),
  })
  route(host, collectionApi.read, { load, may: readsCollection, run: (ctx, { subject }) => readCollection(ctx, subject) }) // prettier-ignore
  route(host, collectionApi.change, { ...kept, run: (ctx, { subject, body }) => done(changeCollection(ctx, subject, body)) }) // prettier-ignore
  route(host, collectionApi.finish, { ...kept, run: (ctx, { subject }) => finish(ctx, subject) })
  const taken = { load, may: collectionAccess.take }
  route(host, collectionApi.contents, { ...taken, run: (ctx, { subject }) => writeContents(ctx, subject) })
  route(host, collectionApi.volume, { ...taken, run: (ctx, { subject }) => writeVolume(ctx, subject) })
}

export function entryRoutes(host: Host): void {
  // For which schools somebody may hand something in is told with the volume; for others it is refused by name.
  route(host, entryApi.add, { load, may: readsCollection, run: (ctx, { subject, body }) => addEntry(ctx, subject, body) }) // prettier-ignore
  const work = (ctx: Context, { params }: OfWork) => loadWork(ctx, params.collectionId, params.entryId)
  route(host, entryApi.place, {
    load: work,
    may: workAccess.place,
    run: (ctx, { subject, body }) => done(placeEntry(ctx, subject, body.place)),
  })
  route(host, entryApi.withdraw, { load: work, may: workAccess.withdraw, run: (ctx, { subject }) => done(withdraw(ctx, subject)) }) // prettier-ignore
  const ofFile = { load: (ctx: Context, { params }: OfWork) => loadWorkFile(ctx, params.collectionId, params.entryId), may: workAccess.read } // prettier-ignore
  route(host, entryApi.file, {
    ...ofFile,
    run: (ctx, { subject, query, request }) => sendWork(ctx, subject, { request, show: query.show === '1' }),
  })
  route(host, entryApi.text, { ...ofFile, run: (ctx, { subject }) => readingOf(ctx, subject.file) })
}

async function done(work: Promise<void>): Promise<Record<string, never>> {
  await work
  return {}
}
