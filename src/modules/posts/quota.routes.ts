import { loadCluster, unitAccess } from '#modules/organizations/index.ts'
import { route, type Host } from '#platform/route.ts'
import {
  apply,
  decideApplication,
  loadApplication,
  loadAsking,
  mayAsk,
  maySpeakFor,
  noteResult,
  readTitleCandidates,
  withdrawApplication,
} from './application.actions.ts'
import { postAccess } from './post.access.ts'
import { grantQuota, readQuotas } from './quota.actions.ts'
import { quotaApi } from './quota.contract.ts'
import { exportQuotas } from './quota.export.ts'

export function quotaRoutes(host: Host): void {
  route(host, quotaApi.list, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: unitAccess.readPosts,
    run: (ctx, { subject, query }) => readQuotas(ctx, subject, query.year),
  })
  route(host, quotaApi.grant, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: postAccess.decide,
    run: (ctx, { subject, body }) => grantQuota(ctx, subject, body),
  })
  route(host, quotaApi.export, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: unitAccess.readPosts,
    run: (ctx, { subject, query }) => exportQuotas(ctx, subject, query.year),
    audited: true,
  })
  applicationRoutes(host)
}

function applicationRoutes(host: Host): void {
  route(host, quotaApi.candidates, {
    load: (ctx, { params, query }) => loadAsking(ctx, params.quotaId, query.schoolId),
    may: mayAsk,
    run: (ctx, { subject }) => readTitleCandidates(ctx, subject),
  })
  route(host, quotaApi.apply, {
    load: (ctx, { params, body }) => loadAsking(ctx, params.quotaId, body.schoolId),
    may: mayAsk,
    run: (ctx, { subject, body }) => apply(ctx, subject, body),
  })
  route(host, quotaApi.decide, {
    load: (ctx, { params }) => loadApplication(ctx, params.applicationId),
    may: (actor, { unit }) => postAccess.decide(actor, unit),
    run: (ctx, { subject, body }) => decideApplication(ctx, subject, body),
  })
  route(host, quotaApi.withdraw, {
    load: (ctx, { params }) => loadApplication(ctx, params.applicationId),
    may: maySpeakFor,
    run: (ctx, { subject, body }) => withdrawApplication(ctx, subject, body.why),
  })
  route(host, quotaApi.result, {
    load: (ctx, { params }) => loadApplication(ctx, params.applicationId),
    may: (actor, { unit }) => postAccess.decide(actor, unit),
    run: (ctx, { subject, body }) => noteResult(ctx, subject, body),
  })
}
