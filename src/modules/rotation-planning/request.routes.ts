import { route, type Host } from '#platform/route.ts'
import {
  answerRequest,
  askExemption,
  attachToRequest,
  loadRequest,
  proofOfRequest,
  readRequests,
  withdrawRequest,
} from './request.actions.ts'
import { schoolAccess, seasonAccess } from './season.access.ts'
import { outside } from './season.load.ts'
import { loadOwn } from './wish.actions.ts'
import { requestApi } from './wish.contract.ts'
import { loadPart } from './wish.routes.ts'
import { signedIn } from '#shared/access.ts'

export function requestRoutes(host: Host): void {
  ownRoutes(host)
  route(host, requestApi.proof, {
    load: (ctx, { params }) => loadRequest(ctx, params.requestId),
    may: (actor, { isOwn, school }) => isOwn || schoolAccess.answer(actor, school),
    run: async (ctx, { subject }) => proofOfRequest(ctx, subject),
    audited: true,
  })
  route(host, requestApi.list, {
    load: (ctx, { params, query }) => loadPart(ctx, params.seasonId, query.schoolId),
    may: (actor, { cluster, school }) =>
      school ? schoolAccess.answer(actor, school) : seasonAccess.answer(actor, cluster),
    run: async (ctx, { subject, query }) => ({ requests: await readRequests(ctx, subject, query.schoolId) }),
  })
  route(host, requestApi.answer, {
    load: (ctx, { params }) => loadRequest(ctx, params.requestId),
    may: (actor, { school }) => schoolAccess.answer(actor, school),
    run: async (ctx, { subject, body }) => {
      await answerRequest(ctx, subject, body)
      return {}
    },
  })
}

/** What a teacher does with the own request. */
function ownRoutes(host: Host): void {
  route(host, requestApi.ask, {
    load: (ctx, { params }) => loadOwn(ctx, params.seasonId),
    may: signedIn,
    run: async (ctx, { subject, body }) => ({ id: await outside(ctx, (free) => askExemption(free, subject, body)) }),
  })
  route(host, requestApi.withdraw, {
    load: (ctx, { params }) => loadRequest(ctx, params.requestId),
    may: (_, { isOwn }) => isOwn,
    run: async (ctx, { subject }) => {
      await withdrawRequest(ctx, subject)
      return {}
    },
  })
  route(host, requestApi.attach, {
    load: (ctx, { params }) => loadRequest(ctx, params.requestId),
    may: (_, { isOwn }) => isOwn,
    run: async (ctx, { subject, body }) => ({ proofName: await attachToRequest(ctx, subject, body.file) }),
  })
}
