import { loadCluster, unitAccess } from '#modules/organizations/index.ts'
import { route, type Host } from '#platform/route.ts'
import {
  addTask,
  decide,
  leavePool,
  loadMember,
  loadTask,
  maySpeak,
  propose,
  readCandidates,
  readPool,
  removeTask,
} from './pool.actions.ts'
import { poolApi } from './pool.contract.ts'
import { exportPool } from './pool.export.ts'
import { postAccess } from './post.access.ts'

export function poolRoutes(host: Host): void {
  route(host, poolApi.list, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: unitAccess.readPosts,
    run: (ctx, { subject, query }) => readPool(ctx, subject, query.year),
  })
  route(host, poolApi.candidates, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: postAccess.state,
    run: (ctx, { subject, query }) => readCandidates(ctx, subject, query),
  })
  route(host, poolApi.propose, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: postAccess.state,
    run: (ctx, { subject, body }) => propose(ctx, subject, body),
  })
  route(host, poolApi.decide, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: postAccess.decide,
    run: (ctx, { subject, body }) => decide(ctx, subject, body),
  })
  route(host, poolApi.export, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: unitAccess.readPosts,
    run: (ctx, { subject, query }) => exportPool(ctx, subject, query.year),
    audited: true,
  })
  routesOfOne(host)
}

function routesOfOne(host: Host): void {
  route(host, poolApi.leave, {
    load: (ctx, { params }) => loadMember(ctx, params.memberId),
    may: maySpeak,
    run: (ctx, { subject, body }) => leavePool(ctx, subject, body),
  })
  route(host, poolApi.addTask, {
    load: (ctx, { params }) => loadMember(ctx, params.memberId),
    may: maySpeak,
    run: (ctx, { subject, body }) => addTask(ctx, subject, body),
  })
  route(host, poolApi.removeTask, {
    load: (ctx, { params }) => loadTask(ctx, params.taskId),
    may: maySpeak,
    run: (ctx, { subject, params }) => removeTask(ctx, subject, params.taskId),
  })
}
