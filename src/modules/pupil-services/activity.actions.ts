import { verbsOn } from '#shared/access.ts'
import type { Reply } from '#shared/endpoint.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { badField } from '#platform/problems.ts'
import { listDistrictIds, listSchoolsOf, listYears, loadCluster, loadSchool } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { Activity, activityApi, ActivityBody } from './activity.contract.ts'
import { isJoint, withAllAwards } from './activity.rules.ts'
import {
  deleteActivity,
  deleteParts,
  findActivity,
  insertActivity,
  insertParts,
  listActivities,
  updateActivity,
  type ActivityRow,
  type SavedActivity,
} from './activity.sql.ts'
import { noteCounted, sources } from './counted.actions.ts'
import type { Evidence } from './evidence.contract.ts'
import { filesOf, leaveFiles, showFiles } from './evidence.actions.ts'
import { ofActivity } from './evidence.rules.ts'
import { pupilServicesProblems } from './problems.ts'
import { addsActivity, keepsActivity, remindsSchools, type Hosted } from './service.access.ts'

export interface ActivitySubject extends Hosted {
  activity: ActivityRow
}

/** With what it is to become. */
export type EditedActivity = ActivitySubject & { next: Hosted }

export async function loadActivity(ctx: Context, id: string): Promise<ActivitySubject | undefined> {
  const activity = await findActivity(ctx.db, await listDistrictIds(ctx.db), id)
  const cluster = activity && (await loadCluster(ctx, activity.clusterId))
  const host = activity && (await loadSchool(ctx, activity.schoolId))
  return cluster && host && { activity, cluster, host, runBy: activity.runBy }
}

/** Whoever keeps it may not make it another school's. */
export async function loadEdited(
  ctx: Context,
  id: string,
  body: Pick<ActivityBody, 'schoolId' | 'runBy'>,
): Promise<EditedActivity | undefined> {
  const before = await loadActivity(ctx, id)
  const next = before && (await loadHost(ctx, before.cluster.id, body))
  return next && { ...before!, next }
}

export async function readActivities(
  ctx: Context,
  cluster: UnitSubject,
  asked: number | undefined,
): Promise<Reply<typeof activityApi.list>> {
  const now = schoolYearOf(ctx.today)
  const year = asked ?? now
  const members = await listSchoolsOf(ctx.db, cluster.id, year)
  const rows = await listActivities(ctx.db, await listDistrictIds(ctx.db), cluster.id, year)
  const things = rows.map(({ id }) => id)
  const files = await filesOf(ctx, '联合活动', things, (row) => hostIn(cluster, row))
  const own = ctx.actor.grants.map(({ unitId }) => unitId)
  return {
    year,
    years: [...new Set([...(await listYears(ctx.db, cluster.id)), now])].sort((a, b) => b - a),
    activities: rows.map((row) => activityOf(ctx, cluster, row, files(row.id))),
    schools: members.map(({ id, name }) => ({ id, name })),
    ownSchoolId: members.find(({ id }) => own.includes(id))?.id ?? null,
    can: verbsOn({ add: addsActivity, run: remindsSchools, upload: remindsSchools }, ctx.actor, cluster),
  }
}

/** A school as far as access needs it, standing in this cluster. */
const hostIn = (
  cluster: UnitSubject,
  { schoolId, districtId }: { schoolId: number; districtId: number },
): UnitSubject => ({
  ...cluster,
  kind: 'school',
  id: schoolId,
  districtId,
  clusterIds: [cluster.id],
})

function activityOf({ actor }: Context, cluster: UnitSubject, row: ActivityRow, files: Evidence[]): Activity {
  return {
    ...row,
    files,
    joint: isJoint(row.parts),
    can: keepsActivity(actor, { cluster, host: hostIn(cluster, row), runBy: row.runBy }) ? ['keep'] : [],
  }
}

/** Whoever may add puts down what the own school hosts; what the cluster runs, or another school hosts, is the office's. */
export async function loadHost(
  ctx: Context,
  clusterId: number,
  { schoolId, runBy }: Pick<ActivityBody, 'schoolId' | 'runBy'>,
): Promise<Hosted | undefined> {
  const cluster = await loadCluster(ctx, clusterId)
  const host = await loadSchool(ctx, schoolId)
  return cluster && host && { cluster, host, runBy }
}

export async function addActivity(
  ctx: Context,
  { cluster, host }: Hosted,
  body: ActivityBody,
): Promise<{ id: string }> {
  const id = ctx.newId()
  await refuseStrangers(ctx, cluster, body)
  const row = savedOf(ctx, { id, districtId: host.districtId, clusterId: cluster.id }, body)
  await insertActivity(ctx.db, row)
  await insertParts(ctx.db, row, body.parts.map(withAllAwards))
  await showFiles(ctx, host, ofActivity(id), body)
  await counted(ctx, row, [row], body.parts)
  ctx.note({ districtId: row.districtId, unitId: cluster.id, subjectId: id, name: body.title })
  return { id }
}

export async function editActivity(
  ctx: Context,
  { activity, cluster, next: { host } }: EditedActivity,
  body: ActivityBody,
): Promise<Record<string, never>> {
  await refuseStrangers(ctx, cluster, body)
  const row = savedOf(ctx, activity, body)
  await updateActivity(ctx.db, row)
  await deleteParts(ctx.db, row)
  await insertParts(ctx.db, row, body.parts.map(withAllAwards))
  await showFiles(ctx, host, ofActivity(row.id), body)
  await counted(ctx, row, [activity, row], [...activity.parts, ...body.parts])
  ctx.note({ districtId: row.districtId, unitId: cluster.id, subjectId: row.id, name: body.title, before: activity })
  return {}
}

export async function dropActivity(ctx: Context, { activity }: ActivitySubject): Promise<Record<string, never>> {
  await deleteActivity(ctx.db, activity)
  await leaveFiles(ctx, ofActivity(activity.id))
  await counted(ctx, activity, [activity], activity.parts)
  const { districtId, clusterId, id, title } = activity
  ctx.note({ districtId, unitId: clusterId, subjectId: id, name: title, before: activity })
  return {}
}

/** Only members of the year take part, and one of them hosts. */
async function refuseStrangers(ctx: Context, cluster: UnitSubject, body: ActivityBody): Promise<void> {
  const members = await listSchoolsOf(ctx.db, cluster.id, schoolYearOf(body.fromDay))
  const known = new Set(members.map(({ id }) => id))
  const strangers = [body.schoolId, ...body.parts.map(({ schoolId }) => schoolId)].filter((id) => !known.has(id))
  if (strangers.length === 0) return
  const names: string[] = []
  for (const id of new Set(strangers)) names.push((await loadSchool(ctx, id))?.name ?? '所选学校')
  throw pupilServicesProblems.notAMember({ schools: names })
}

type Key = Pick<ActivityRow, 'districtId' | 'clusterId' | 'id'>

export function savedOf({ now }: Context, { districtId, clusterId, id }: Key, body: ActivityBody): SavedActivity {
  const { parts: _, evidenceIds: __, uploadIds: ___, untilDay, ...fields } = body
  if (untilDay && untilDay < fields.fromDay) throw badField('untilDay', '结束日期早于开始日期，请核对。')
  return {
    ...{ ...fields, districtId, clusterId, id },
    schoolYear: schoolYearOf(fields.fromDay),
    untilDay: untilDay ?? fields.fromDay,
    changedAt: now,
  }
}

/** The host's figures and those of every school that took part, then and now, in both years if the day was moved. */
export async function counted(
  ctx: Context,
  { districtId }: Key,
  hosts: readonly { schoolId: number; schoolYear: number }[],
  parts: readonly { schoolId: number }[],
): Promise<void> {
  const schoolIds = new Set([...hosts, ...parts].map(({ schoolId }) => schoolId))
  const years = new Set(hosts.map(({ schoolYear }) => schoolYear))
  await noteCounted(
    ctx,
    sources.activities,
    [...schoolIds].flatMap((schoolId) => [...years].map((schoolYear) => ({ districtId, schoolId, schoolYear }))),
  )
}
