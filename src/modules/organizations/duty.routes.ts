import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { dutyApi } from './duty.contract.ts'
import { whyNotDuty } from './duty.rules.ts'
import { deleteDuty, findDuty, listDuties, saveDuty, type DutyRow } from './duty.sql.ts'
import { organizationAccess } from './membership.access.ts'
import { listMemberships } from './membership.sql.ts'
import { isCluster } from './unit.access.ts'
import type { UnitSubject } from './unit.contract.ts'
import { findUnit } from './unit.sql.ts'

export function dutyRoutes(host: Host): void {
  route(host, dutyApi.add, {
    load: (ctx, { params }) => clusterOf(ctx, params.unitId),
    may: organizationAccess.keep,
    run: async (ctx, { subject, body }) => {
      const id = ctx.newId()
      await keep(ctx, subject, { id, clusterId: subject.id, ...body })
      return { id }
    },
  })

  route(host, dutyApi.edit, {
    load: (ctx, { params }) => loadDuty(ctx, params.dutyId),
    may: (actor, { cluster }) => organizationAccess.keep(actor, cluster),
    run: async (ctx, { subject: { duty, cluster }, body }) => {
      ctx.note({ before: duty })
      await keep(ctx, cluster, { id: duty.id, clusterId: cluster.id, ...body })
      return {}
    },
  })

  route(host, dutyApi.remove, {
    load: (ctx, { params }) => loadDuty(ctx, params.dutyId),
    may: (actor, { cluster }) => organizationAccess.keep(actor, cluster),
    run: async (ctx, { subject: { duty, cluster } }) => {
      ctx.note({
        districtId: cluster.districtId,
        unitId: cluster.id,
        change: `${duty.school}${duty.stage}轮值`,
        before: duty,
      })
      await deleteDuty(ctx.db, duty.id)
      return {}
    },
  })
}

async function clusterOf(ctx: Context, unitId: number): Promise<UnitSubject | undefined> {
  const unit = await findUnit(ctx.db, unitId, ctx.today)
  return unit && isCluster(unit) ? unit : undefined
}

async function loadDuty(ctx: Context, dutyId: string) {
  const duty = await findDuty(ctx.db, dutyId)
  const cluster = duty && (await findUnit(ctx.db, duty.clusterId, ctx.today))
  return duty && cluster && { duty, cluster }
}

async function keep(ctx: Context, cluster: UnitSubject, row: DutyRow): Promise<void> {
  const memberships = await listMemberships(ctx.db, cluster.id, [row.schoolId])
  refuse(whyNotDuty(row, await listDuties(ctx.db, cluster.id), memberships))
  await saveDuty(ctx.db, row)
  ctx.note({ districtId: cluster.districtId, unitId: cluster.id, change: `${row.stage}轮值`, after: row })
}
