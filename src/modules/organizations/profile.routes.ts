import { signedIn, type Policy } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { nothing, route, type Host } from '#platform/route.ts'
import { mergeDouble, readInWay } from './double.actions.ts'
import { organizationAccess } from './membership.access.ts'
import { addSchool, closeSchool, editProfile, renameSchool } from './profile.actions.ts'
import { profileApi } from './profile.contract.ts'
import { listSchoolsFound } from './profile.sql.ts'
import { isCluster } from './unit.access.ts'
import type { UnitSubject } from './unit.contract.ts'
import { findUnit } from './unit.sql.ts'

export function profileRoutes(host: Host): void {
  route(host, profileApi.find, {
    load: nothing,
    may: signedIn,
    run: async (ctx, { query }) => ({ schools: await listSchoolsFound(ctx.db, query.q, ctx.today) }),
  })

  route(host, profileApi.add, {
    load: async (ctx, { params }) => {
      const unit = await findUnit(ctx.db, params.unitId, ctx.today)
      return unit && (isCluster(unit) || unit.kind === 'district') ? unit : undefined
    },
    may: (actor, unit) => organizationAccess.keep(actor, unit),
    run: async (ctx, { subject, body }) => ({ id: await addSchool(ctx, subject, body) }),
  })

  route(host, profileApi.rename, {
    load: (ctx, { params }) => schoolOf(ctx, params.schoolId),
    may: organizationAccess.keep,
    run: async (ctx, { subject, body }) => {
      await renameSchool(ctx, subject, body)
      return {}
    },
  })

  route(host, profileApi.edit, {
    load: (ctx, { params }) => schoolOf(ctx, params.schoolId),
    may: organizationAccess.keep,
    run: async (ctx, { subject, params, body }) => {
      await editProfile(ctx, subject, params.schoolYear, body)
      return {}
    },
  })

  route(host, profileApi.close, {
    load: (ctx, { params }) => schoolOf(ctx, params.schoolId),
    may: organizationAccess.decide,
    run: async (ctx, { subject, body }) => ({ told: await closeSchool(ctx, subject, body.day) }),
  })

  mergeRoutes(host)
}

function mergeRoutes(host: Host): void {
  route(host, profileApi.inWay, {
    load: (ctx, { params, query }) => pairOf(ctx, params.schoolId, query.intoId),
    may: overBoth,
    run: async (ctx, { subject: { double, into } }) => ({ into: into.name, inWay: await readInWay(ctx, double, into) }),
  })

  route(host, profileApi.merge, {
    load: (ctx, { params, body }) => pairOf(ctx, params.schoolId, body.intoId),
    may: overBoth,
    run: async (ctx, { subject: { double, into } }) => ({ told: await mergeDouble(ctx, double, into) }),
  })
}

const overBoth: Policy<{ double: UnitSubject; into: UnitSubject }> = (actor, { double, into }) =>
  organizationAccess.decide(actor, double) && organizationAccess.decide(actor, into)

async function pairOf(ctx: Context, doubleId: number, intoId: number) {
  const double = await schoolOf(ctx, doubleId)
  const into = await schoolOf(ctx, intoId)
  return double && into && { double, into }
}

async function schoolOf(ctx: Context, id: number): Promise<UnitSubject | undefined> {
  const unit = await findUnit(ctx.db, id, ctx.today)
  return unit?.kind === 'school' ? unit : undefined
}
