import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { loadCluster } from '#modules/organizations/index.ts'
import { completeOffering, reopenOffering } from './complete.actions.ts'
import { enrolClasses } from './enrolment.actions.ts'
import { enrolmentApi } from './enrolment.contract.ts'
import { mayWrite, offeringAccess, readsDelivery } from './offering.access.ts'
import { changeOffering, dropOffering, writeOffering } from './offering.actions.ts'
import { offeringApi } from './offering.contract.ts'
import { loadOffering, loadOfferingAlone } from './offering.load.ts'
import { readChoices, readOffering, readOfferings } from './page.actions.ts'
import { publishOffering, withdrawOffering } from './publish.actions.ts'
import { dropSession, holdSession } from './session.actions.ts'
import { sessionApi } from './session.contract.ts'

export function offeringRoutes(host: Host): void {
  route(host, offeringApi.list, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: readsDelivery,
    run: (ctx, { subject, query }) => readOfferings(ctx, subject, query.year),
  })
  route(host, offeringApi.choices, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: mayWrite,
    run: (ctx, { subject, query }) => readChoices(ctx, subject, query.schoolId),
  })
  route(host, offeringApi.write, {
    load: (ctx, { params }) => loadCluster(ctx, params.unitId),
    may: mayWrite,
    run: async (ctx, { subject, body }) => ({ id: await writeOffering(ctx, subject, body) }),
  })
  route(host, offeringApi.read, {
    load: (ctx, { params }) => loadOffering(ctx, params.offeringId),
    may: offeringAccess.read,
    run: (ctx, { subject }) => readOffering(ctx, subject),
  })
  keepingRoutes(host)
}

/** What is done with one offering, one after the other. */
function keepingRoutes(host: Host): void {
  const load = (ctx: Context, { params }: { params: { offeringId: string } }) =>
    loadOfferingAlone(ctx, params.offeringId)
  const how = { load, may: offeringAccess.keep }
  route(host, offeringApi.change, { ...how, run: (ctx, { subject, body }) => done(changeOffering(ctx, subject, body)) })
  route(host, offeringApi.drop, { ...how, run: (ctx, { subject }) => done(dropOffering(ctx, subject)) })
  route(host, offeringApi.publish, { ...how, run: (ctx, { subject }) => publishOffering(ctx, subject) })
  route(host, offeringApi.withdraw, { ...how, run: (ctx, { subject, body }) => done(withdrawOffering(ctx, subject, body.why)) }) // prettier-ignore
  route(host, offeringApi.complete, { ...how, run: (ctx, { subject }) => completeOffering(ctx, subject) })
  route(host, offeringApi.reopen, { ...how, run: (ctx, { subject }) => done(reopenOffering(ctx, subject)) })
  route(host, sessionApi.held, { ...how, run: (ctx, { subject, params, body }) => holdSession(ctx, subject, params.sessionId, body.present) }) // prettier-ignore
  route(host, sessionApi.fellOut, { ...how, run: (ctx, { subject, params, body }) => done(dropSession(ctx, subject, params.sessionId, body.why)) }) // prettier-ignore
  route(host, enrolmentApi.enrol, {
    ...{ load, may: offeringAccess.enrol },
    run: (ctx, { subject, body }) => enrolClasses(ctx, subject, body),
  })
}

async function done(work: Promise<void>): Promise<Record<string, never>> {
  await work
  return {}
}
