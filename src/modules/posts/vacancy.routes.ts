import { loadCluster, loadSchool, unitAccess } from '#modules/organizations/index.ts'
import { route, type Host } from '#platform/route.ts'
import { postAccess, speaksFor } from './post.access.ts'
import { agree, loadAgreement, readVacancies, stateVacancies, withdrawAgreement } from './vacancy.actions.ts'
import { vacancyApi } from './vacancy.contract.ts'
import { exportVacancies } from './vacancy.export.ts'

export function vacancyRoutes(host: Host): void {
  route(host, vacancyApi.list, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: unitAccess.readPosts,
    run: (ctx, { subject, query }) => readVacancies(ctx, subject, query.year),
  })
  route(host, vacancyApi.state, {
    load: (ctx, { params }) => loadSchool(ctx, params.schoolId),
    may: (actor, { id, districtId, clusterIds }) => speaksFor(actor, { schoolId: id, districtId, clusterIds }),
    run: (ctx, { subject, body }) => stateVacancies(ctx, subject, body),
  })
  route(host, vacancyApi.agree, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: postAccess.decide,
    run: (ctx, { subject, body }) => agree(ctx, subject, body),
  })
  route(host, vacancyApi.withdraw, {
    load: (ctx, { params }) => loadAgreement(ctx, params.agreementId),
    may: (actor, { unit }) => postAccess.decide(actor, unit),
    run: (ctx, { subject, body }) => withdrawAgreement(ctx, subject, body.why),
  })
  route(host, vacancyApi.export, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: unitAccess.readPosts,
    run: (ctx, { subject, query }) => exportVacancies(ctx, subject, query.year),
    audited: true,
  })
}
