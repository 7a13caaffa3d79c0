import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { loadCluster } from '#modules/organizations/index.ts'
import { clusterAccess, contestAccess, readsContest, readsContests, workAccess } from './contest.access.ts'
import { addContest, announce, changeContest, readContests } from './contest.actions.ts'
import { contestApi } from './contest.contract.ts'
import { loadContest, loadWork } from './contest.load.ts'
import { readContest } from './contest-page.actions.ts'
import { addEntry, sendWork, withdrawEntry } from './entry.actions.ts'
import { entryApi } from './entry.contract.ts'
import { dropJuror, nameJuror, scoreWork } from './jury.actions.ts'
import { juryApi } from './jury.contract.ts'

type OfContest = { params: { contestId: string } }
type OfWork = { params: { contestId: string; entryId: string } }

export function contestRoutes(host: Host): void {
  const cluster = (ctx: Context, { params }: { params: { unitId: number } }) => loadCluster(ctx, params.unitId)
  const load = (ctx: Context, { params }: OfContest) => loadContest(ctx, params.contestId)
  route(host, contestApi.list, { load: cluster, may: readsContests, run: (ctx, { subject }) => readContests(ctx, subject) }) // prettier-ignore
  route(host, contestApi.add, {
    load: cluster,
    may: clusterAccess.keep,
    run: async (ctx, { subject, body }) => ({ id: await addContest(ctx, subject, body) }),
  })
  route(host, contestApi.read, { load, may: readsContest, run: (ctx, { subject }) => readContest(ctx, subject) })
  route(host, contestApi.change, { load, may: contestAccess.keep, run: (ctx, { subject, body }) => done(changeContest(ctx, subject, body)) }) // prettier-ignore
  route(host, contestApi.announce, { load, may: contestAccess.announce, run: (ctx, { subject }) => announce(ctx, subject) }) // prettier-ignore
  // For which schools somebody may enter a work is told with the contest; for others it is refused by name.
  route(host, entryApi.add, { load, may: readsContest, run: (ctx, { subject, body }) => addEntry(ctx, subject, body) })
  route(host, juryApi.name, { load, may: contestAccess.keep, run: (ctx, { subject, body }) => done(nameJuror(ctx, subject, body)) }) // prettier-ignore
  route(host, juryApi.drop, {
    load,
    may: contestAccess.keep,
    run: (ctx, { subject, params }) => done(dropJuror(ctx, subject, params.jurorId)),
  })
}

export function workRoutes(host: Host): void {
  const load = (ctx: Context, { params }: OfWork) => loadWork(ctx, params.contestId, params.entryId)
  route(host, entryApi.withdraw, { load, may: workAccess.withdraw, run: (ctx, { subject }) => done(withdrawEntry(ctx, subject)) }) // prettier-ignore
  route(host, entryApi.file, {
    load,
    may: workAccess.read,
    run: (ctx, { subject, query, request }) => sendWork(ctx, subject, { request, show: query.show === '1' }),
  })
  route(host, juryApi.score, { load, may: workAccess.score, run: (ctx, { subject, body }) => scoreWork(ctx, subject, body) }) // prettier-ignore
}

async function done(work: Promise<void>): Promise<Record<string, never>> {
  await work
  return {}
}
