import { verbsOn } from '#shared/access.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { badField } from '#platform/problems.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listDistrictIds, loadCluster } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { findTeacher, type KnownTeacher } from '#modules/teaching-research/index.ts'
import { tellCalled } from './call.notices.ts'
import { hostOf } from './host.actions.ts'
import type { Application, callApi, StudioCall } from './call.contract.ts'
import { isOpen, whyNotApply } from './call.rules.ts'
import {
  countApplications,
  findCall,
  insertApplication,
  insertCall,
  listApplications,
  listCalls,
  lockCall,
  type ApplicationRow,
  type CallRow,
} from './call.sql.ts'
import { studiosProblems } from './problems.ts'
import {
  applicationAccess,
  headsSchool,
  keepsStudios,
  readsApplication,
  type ApplicationPlace,
} from './studio.access.ts'
import { schoolsNow } from './studio.load.ts'

const keyOf = ({ id, districtId }: UnitSubject) => ({ clusterId: id, districtId })

/** The calls of a cluster, with how many applied; that names nobody. */
export async function readCalls(ctx: Context, unit: UnitSubject): Promise<StudioCall[]> {
  const counts = await ctx.asOwner((db) => countApplications(db, keyOf(unit)))
  const rows = await listCalls(ctx.db, keyOf(unit))
  return rows.map(({ districtId: _, clusterId: __, ...call }) => {
    const { applications = 0, waiting = 0, chosen = 0 } = counts.find(({ callId }) => callId === call.id) ?? {}
    return { ...call, applications, waiting, chosen, isOpen: isOpen(call, ctx.today) }
  })
}

export interface CallSubject {
  unit: UnitSubject
  row: CallRow
}

export async function loadCall(ctx: Context, callId: string): Promise<CallSubject | undefined> {
  const row = await findCall(ctx.db, await listDistrictIds(ctx.db), callId)
  const unit = row && (await loadCluster(ctx, row.clusterId))
  return row && unit && { row, unit }
}

export async function addCall(
  ctx: Context,
  unit: UnitSubject,
  fields: Input<typeof callApi.add>['body'],
): Promise<string> {
  if (fields.until < fields.from) throw badField('until', '截止日期早于开始日期，请核对')
  const row = { ...fields, ...keyOf(unit), id: ctx.newId() }
  await insertCall(ctx.db, { ...row, writtenAt: ctx.now, writtenBy: ctx.actor.name })
  ctx.note({ districtId: unit.districtId, unitId: unit.id, subjectId: row.id, change: fields.title, after: fields })
  await tellCalled(ctx, row, await schoolsNow(ctx, unit))
  return row.id
}

export async function readCall(ctx: Context, { unit, row }: CallSubject): Promise<Reply<typeof callApi.read>> {
  const call = (await readCalls(ctx, unit)).find(({ id }) => id === row.id)!
  const me = await ownTeacher(ctx)
  const applications = (await listApplications(ctx.db, row)).flatMap((one): Application[] => {
    const place = placeOf(unit, one, me)
    return readsApplication(ctx.actor, place) ? [shown(ctx, one, place)] : []
  })
  const schools = await applicantSchools(ctx, unit, me)
  return {
    ...{ unitId: unit.id, unit: unit.name, sample: unit.sample, call, applications },
    schools: schools.map(({ id, name }) => ({ id, name })),
    self: me?.name ?? null,
  }
}

/** The teacher who the one who asks is, by the latest register. */
export async function ownTeacher(ctx: Context): Promise<KnownTeacher | undefined> {
  const own = await findOwnTeacher(ctx)
  return own && ctx.asOwner((db) => findTeacher(db, own))
}

export const placeOf = (
  unit: UnitSubject,
  { schoolId, schoolDistrictId, hostId, hostDistrictId }: ApplicationRow,
  me: KnownTeacher | undefined,
): ApplicationPlace => ({
  unit,
  school: { schoolId, districtId: schoolDistrictId },
  isHost: me !== undefined && me.teacherId === hostId && me.districtId === hostDistrictId,
})

function shown(ctx: Context, row: ApplicationRow, place: ApplicationPlace): Application {
  const { id, name, field, hostName, school, plan, status, writtenAt, decidedOn, decidedWhy, studioId } = row
  const can = status === '待评选' ? verbsOn(applicationAccess, ctx.actor, place) : []
  const said = { decidedOn, why: decidedWhy, studioId, writtenAt: writtenAt.toISOString() }
  return { id, name, field, host: hostName, school, plan, status, ...said, can }
}

/** The office may apply for any school, a head for the own, a teacher for the own school and themselves. */
async function applicantSchools(ctx: Context, unit: UnitSubject, me: KnownTeacher | undefined) {
  const isOffice = keepsStudios(ctx.actor, unit)
  return (await schoolsNow(ctx, unit)).filter(
    ({ id, districtId }) => isOffice || headsSchool(ctx.actor, { schoolId: id, districtId }) || me?.schoolId === id,
  )
}

export async function apply(
  ctx: Context,
  { unit, row }: CallSubject,
  { name, field, plan, schoolId, host }: Input<typeof callApi.apply>['body'],
): Promise<string> {
  const me = await ownTeacher(ctx)
  const school = (await applicantSchools(ctx, unit, me)).find(({ id }) => id === schoolId)
  if (!school) throw studiosProblems.notYourSchool()
  const who = await hostOf(ctx, school, { line: row.line, host })
  const isHead = keepsStudios(ctx.actor, unit) || headsSchool(ctx.actor, { schoolId, districtId: school.districtId })
  if (!isHead && who.hostId !== me?.teacherId) throw studiosProblems.notYourSchool()
  await lockCall(ctx.db, row)
  refuse(whyNotApply(row, ctx.today))
  const before = (await listApplications(ctx.db, row)).filter(({ status }) => status !== '已撤回')
  const isSame = (one: ApplicationRow) => (who.hostId === null ? one.hostName === who.hostName : one.hostId === who.hostId) // prettier-ignore
  if (before.some(isSame)) throw studiosProblems.appliedAlready({ host: who.hostName })
  const id = ctx.newId()
  const written = { status: '待评选' as const, writtenAt: ctx.now, writtenBy: ctx.actor.name }
  await insertApplication(ctx.db, { districtId: row.districtId, id, callId: row.id, name, field, plan, ...who, ...written }) // prettier-ignore
  ctx.note({ districtId: row.districtId, unitId: schoolId, subjectId: id, change: name })
  return id
}
