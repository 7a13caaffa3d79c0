import type { Input } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import { lastDay, schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { listDistrictIds, loadCluster } from '#modules/organizations/index.ts'
import { beginStudio } from './begin.actions.ts'
import { ownTeacher, placeOf } from './call.actions.ts'
import type { callApi } from './call.contract.ts'
import { tellDecided } from './call.notices.ts'
import { whyNotDecide } from './call.rules.ts'
import { findApplication, findCall, listApplications, lockCall, updateApplication, type ApplicationRow, type CallRow } from './call.sql.ts' // prettier-ignore
import { studiosProblems } from './problems.ts'
import type { ApplicationPlace } from './studio.access.ts'

/** An application, the call that it answers, and what the reader has to do with it. */
export type ApplicationSubject = ApplicationPlace & { row: ApplicationRow; call: CallRow }

export async function loadApplication(ctx: Context, id: string): Promise<ApplicationSubject | undefined> {
  const districtIds = await listDistrictIds(ctx.db)
  const row = await findApplication(ctx.db, districtIds, id)
  const call = row && (await findCall(ctx.db, districtIds, row.callId))
  const unit = call && (await loadCluster(ctx, call.clusterId))
  return row && call && unit && { ...placeOf(unit, row, await ownTeacher(ctx)), row, call }
}

/** What the office decides; a chosen one becomes a studio. */
export async function decide(
  ctx: Context,
  { row: seen, call, unit }: ApplicationSubject,
  { result, why, from, until }: Input<typeof callApi.decide>['body'],
): Promise<{ studioId: string | null }> {
  await lockCall(ctx.db, call)
  const all = await listApplications(ctx.db, call)
  const row = all.find(({ id }) => id === seen.id)!
  const chosen = all.filter(({ status }) => status === '入选').length
  refuse(whyNotDecide(row.status, result, { places: call.places, chosen }))
  await updateApplication(ctx.db, row, { status: result, decidedOn: ctx.today, decidedBy: ctx.actor.name, decidedWhy: why }) // prettier-ignore
  const span = { from: from ?? ctx.today, until: until ?? threeYearsOn(ctx.today) }
  const studioId = result === '入选' ? await begin(ctx, unit, { row, call }, span) : null
  ctx.note({ districtId: row.districtId, unitId: row.schoolId, subjectId: row.id, change: row.name, result })
  await tellDecided(ctx, row, { result, why, studioId })
  return { studioId }
}

/** Studios work for three school years, where nobody says otherwise. */
const threeYearsOn = (day: string): string => lastDay(schoolYearOf(day) + 2)

const begin = (
  ctx: Context,
  unit: ApplicationSubject['unit'],
  { row, call }: { row: ApplicationRow; call: CallRow },
  span: { from: string; until: string },
): Promise<string> => {
  const { id: applicationId, name, field, schoolId, schoolDistrictId, hostId, hostDistrictId, hostName, plan } = row
  const host = { hostId, hostDistrictId, hostName, schoolId, schoolDistrictId }
  const kind = '学区工作室' as const
  const fields = { line: call.line, kind, name, field, schoolId, about: plan.slice(0, 2000), ...span, applicationId }
  return beginStudio(ctx, unit, fields, host)
}

export async function withdraw(ctx: Context, { row: seen, call }: ApplicationSubject): Promise<void> {
  await lockCall(ctx.db, call)
  const row = (await listApplications(ctx.db, call)).find(({ id }) => id === seen.id)
  if (row?.status !== '待评选') throw studiosProblems.decidedAlready()
  await updateApplication(ctx.db, row, { status: '已撤回' })
  ctx.note({ districtId: row.districtId, unitId: row.schoolId, subjectId: row.id, change: row.name })
}
