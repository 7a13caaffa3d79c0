import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { carryOut, effectsOf, noticesOf, planOf, undoChange } from './change.actions.ts'
import { changeApi, type ChangeFields } from './change.contract.ts'
import { findChange } from './change.sql.ts'
import { membershipAccess, undoAccess, type ChangeSubject } from './membership.access.ts'
import { reopenCluster } from './cluster.actions.ts'
import { isCluster } from './unit.access.ts'
import { findUnit } from './unit.sql.ts'

export function changeRoutes(host: Host): void {
  route(host, changeApi.preview, {
    load: (ctx, { params, query }) => subjectOf(ctx, params.unitId, query),
    may: membershipAccess.change,
    run: async (ctx, { subject, query }) => {
      const plan = await planOf(ctx, subject, query)
      return { told: plan.told, notices: await noticesOf(ctx, plan), effects: await effectsOf(ctx, plan) }
    },
  })

  route(host, changeApi.make, {
    load: (ctx, { params, body }) => subjectOf(ctx, params.unitId, body),
    may: membershipAccess.change,
    run: async (ctx, { subject, body }) => {
      const plan = await planOf(ctx, subject, body)
      return { id: await carryOut(ctx, body.kind, plan), told: plan.told }
    },
  })

  route(host, changeApi.undo, {
    load: async (ctx, { params }) => {
      const change = await findChange(ctx.db, params.changeId)
      if (!change) return undefined
      const ids = [change.clusterId, ...(change.otherClusterId === null ? [] : [change.otherClusterId])]
      const clusters = await Promise.all(ids.map((id) => findUnit(ctx.db, id, ctx.today)))
      return { change, byDistrict: change.byDistrict, clusters: clusters.filter((unit) => unit !== undefined) }
    },
    may: undoAccess,
    run: async (ctx, { subject }) => {
      const undone = await undoChange(ctx, subject.change)
      if (subject.change.kind === 'close') await reopenCluster(ctx, subject.change.clusterId)
      return undone
    },
  })
}

async function subjectOf(ctx: Context, unitId: number, fields: ChangeFields): Promise<ChangeSubject | undefined> {
  const cluster = await findUnit(ctx.db, unitId, ctx.today)
  const school = await findUnit(ctx.db, fields.schoolId, ctx.today)
  if (!cluster || !isCluster(cluster) || school?.kind !== 'school') return undefined
  if (fields.kind !== 'move' || fields.toClusterId === undefined) return { kind: fields.kind, cluster, school }
  const other = await findUnit(ctx.db, fields.toClusterId, ctx.today)
  return other && isCluster(other) ? { kind: fields.kind, cluster, school, other } : undefined
}
