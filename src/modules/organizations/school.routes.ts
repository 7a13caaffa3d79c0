import { verbsOn } from '#shared/access.ts'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { stagesOfKind } from './cluster.rules.ts'
import { roleShown } from './duty.rules.ts'
import { listDutiesIn } from './duty.sql.ts'
import { organizationAccess } from './membership.access.ts'
import { intervalOn } from './membership.rules.ts'
import { schoolApi } from './school.contract.ts'
import { readSchoolLines } from './school-lines.actions.ts'
import { findSchoolDetails, listCampuses, listMembershipsOf, listProfiles } from './school.sql.ts'
import { unitAccess } from './unit.access.ts'
import type { UnitSubject } from './unit.contract.ts'
import { findUnit } from './unit.sql.ts'

export function schoolRoutes(host: Host): void {
  route(host, schoolApi.list, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: unitAccess.readSchools,
    run: async (ctx, { subject, query: { year, q } }) => ({
      schools: await readSchoolLines(ctx.db, subject.id, year, q),
    }),
  })

  route(host, schoolApi.read, {
    load: async (ctx, { params }) => {
      const unit = await findUnit(ctx.db, params.schoolId, ctx.today)
      return unit?.kind === 'school' ? unit : undefined
    },
    may: unitAccess.read,
    run: (ctx, { subject }) => present(ctx, subject),
  })
}

const schoolAccess = {
  read: unitAccess.read,
  readTeachers: unitAccess.readTeachers,
  keep: organizationAccess.keep,
  decide: organizationAccess.decide,
  handIn: unitAccess.handIn,
}

async function present(ctx: Context, school: UnitSubject): Promise<Reply<typeof schoolApi.read>> {
  const campuses = await listCampuses(ctx.db, [school.id])
  const years = await listProfiles(ctx.db, school.districtId, school.id)
  return {
    ...school,
    ...(await findSchoolDetails(ctx.db, school.id)),
    memberships: await membershipsOf(ctx, school, stagesOfKind(years[0]?.kind ?? null)),
    years,
    campuses: campuses.map(({ id, name }) => ({ id, name })),
    can: verbsOn(schoolAccess, ctx.actor, school),
  }
}

/** The memberships; of those of today the part as the registered turns have it. */
async function membershipsOf(ctx: Context, { id: schoolId }: UnitSubject, stages: readonly string[]) {
  const found = await listMembershipsOf(ctx.db, schoolId)
  const told: typeof found = []
  for (const one of found) {
    const now = intervalOn([one], ctx.today) !== undefined
    const turns = now ? await listDutiesIn(ctx.db, one.clusterId, ctx.today, ctx.today) : []
    told.push({ ...one, role: roleShown({ schoolId, role: one.role, stages }, turns) })
  }
  return told
}
