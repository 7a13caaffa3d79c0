import { loadCluster, unitAccess } from '#modules/organizations/index.ts'
import { route, type Host } from '#platform/route.ts'
import {
  addNeeds,
  changeNeed,
  closeNeed,
  loadNeed,
  mayChange,
  readNeeds,
  removeNeed,
  reportNeeds,
} from './need.actions.ts'
import { needApi } from './need.contract.ts'
import { exportNeeds } from './need.export.ts'
import { postAccess } from './post.access.ts'

export function needRoutes(host: Host): void {
  route(host, needApi.list, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: unitAccess.readPosts,
    run: (ctx, { subject, query }) => readNeeds(ctx, subject, query.year),
  })
  route(host, needApi.add, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: postAccess.state,
    run: (ctx, { subject, body }) => addNeeds(ctx, subject, body),
  })
  route(host, needApi.report, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: postAccess.decide,
    run: (ctx, { subject, body }) => reportNeeds(ctx, subject, body),
  })
  route(host, needApi.export, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: unitAccess.readPosts,
    run: (ctx, { subject, query }) => exportNeeds(ctx, subject, query.year),
    audited: true,
  })
  routesOfOne(host)
}

function routesOfOne(host: Host): void {
  route(host, needApi.change, {
    load: (ctx, { params }) => loadNeed(ctx, params.needId),
    may: mayChange,
    run: (ctx, { subject, body }) => changeNeed(ctx, subject, body),
  })
  route(host, needApi.remove, {
    load: (ctx, { params }) => loadNeed(ctx, params.needId),
    may: mayChange,
    run: (ctx, { subject }) => removeNeed(ctx, subject),
  })
  route(host, needApi.close, {
    load: (ctx, { params }) => loadNeed(ctx, params.needId),
    may: (actor, { unit }) => postAccess.decide(actor, unit),
    run: (ctx, { subject, body }) => closeNeed(ctx, subject, body),
  })
}
