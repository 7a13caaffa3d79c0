import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { loadCluster, unitAccess } from '#modules/organizations/index.ts'
import { exportActivities, uploadActivities } from './activity-file.actions.ts'
import {
  addActivity,
  dropActivity,
  editActivity,
  loadActivity,
  loadEdited,
  loadHost,
  readActivities,
} from './activity.actions.ts'
import { activityApi } from './activity.contract.ts'
import { keepsActivity, remindsSchools } from './service.access.ts'

export function activityRoutes(host: Host): void {
  const ofUnit = {
    load: (ctx: Context, { params }: { params: { unitId: number } }) => loadCluster(ctx, params.unitId),
    may: unitAccess.readFigures,
  }
  route(host, activityApi.list, {
    ...ofUnit,
    run: (ctx, { subject, query }) => readActivities(ctx, subject, query.year),
  })
  route(host, activityApi.export, {
    ...ofUnit,
    run: (ctx, { subject, query }) => exportActivities(ctx, subject, query.year),
    audited: true,
  })
  route(host, activityApi.upload, {
    ...ofUnit,
    may: remindsSchools,
    run: (ctx, { subject, query, body }) => uploadActivities(ctx, subject, query.take, body.file),
  })
  route(host, activityApi.add, {
    load: (ctx, { params, body }) => loadHost(ctx, params.unitId, body),
    may: keepsActivity,
    run: (ctx, { subject, body }) => addActivity(ctx, subject, body),
  })
  const ofActivity = {
    load: (ctx: Context, { params }: { params: { activityId: string } }) => loadActivity(ctx, params.activityId),
    may: keepsActivity,
  }
  route(host, activityApi.edit, {
    load: (ctx, { params, body }) => loadEdited(ctx, params.activityId, body),
    may: (actor, subject) => keepsActivity(actor, subject) && keepsActivity(actor, subject.next),
    run: (ctx, { subject, body }) => editActivity(ctx, subject, body),
  })
  route(host, activityApi.drop, { ...ofActivity, run: (ctx, { subject }) => dropActivity(ctx, subject) })
}
