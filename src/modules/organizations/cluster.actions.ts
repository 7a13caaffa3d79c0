import { verbsOn } from '#shared/access.ts'
import { dayInWords } from '#shared/day.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import { grouped } from '#shared/group.ts'
import type { Context } from '#platform/context.ts'
import { spellTitle } from '#platform/pinyin.ts'
import { carryOut, partOf } from './change.actions.ts'
import { listChanges } from './change.sql.ts'
import type { clusterApi, MemberLine } from './cluster.contract.ts'
import { stageScope, stagesOfKind } from './cluster.rules.ts'
import {
  findClusterDetails,
  listKeptClusters,
  listMemberSpans,
  updateCluster,
  updateClosedOn,
  type MemberSpan,
} from './cluster.sql.ts'
import { roleShown, type Duty } from './duty.rules.ts'
import { listDuties } from './duty.sql.ts'
import { organizationAccess, undoAccess } from './membership.access.ts'
import { intervalOn } from './membership.rules.ts'
import { listKeptYears } from './membership.sql.ts'
import { organizationsProblems } from './problems.ts'
import { newUnit } from './unit.actions.ts'
import type { UnitSubject } from './unit.contract.ts'
import { findCluster, findUnit, listDistrictIds, listNewNumbers, saveUnits, updateStageScope } from './unit.sql.ts'

type Details = Input<typeof clusterApi.edit>['body']
type Fields = Input<typeof clusterApi.create>['body']

/** A cluster with everyone who was ever a member, whose turn it was, and what was changed by hand lately. */
export async function readOrganization(ctx: Context, unit: UnitSubject): Promise<Reply<typeof clusterApi.read>> {
  const { stageScopeReason, closedOn } = await findClusterDetails(ctx.db, unit.id)
  const duties = await listDuties(ctx.db, unit.id)
  const members = await membersOf(ctx, unit.id, duties)
  return {
    ...unit,
    stageScopeReason,
    closedOn,
    workedOut: stageScope(members.filter(({ now }) => now).map(({ kind }) => kind)),
    members,
    duties,
    changes: await changesOf(ctx, unit),
    can: verbsOn(organizationAccess, ctx.actor, unit),
  }
}

async function membersOf(ctx: Context, clusterId: number, duties: readonly Duty[]): Promise<MemberLine[]> {
  const spans = grouped(await listMemberSpans(ctx.db, clusterId), ({ schoolId }) => schoolId)
  const kept = grouped(await listKeptYears(ctx.db, clusterId, [...spans.keys()]), ({ schoolId }) => schoolId)
  const turns = duties.filter(({ fromDay, untilDay }) => fromDay <= ctx.today && ctx.today <= untilDay)
  return [...spans.values()].map((of) => ({
    ...memberOf(of, ctx.today, turns),
    keptYears: (kept.get(of[0]!.schoolId) ?? []).map(({ schoolYear }) => schoolYear),
  }))
}

function memberOf(spans: readonly MemberSpan[], today: string, turns: readonly Duty[]): Omit<MemberLine, 'keptYears'> {
  const { schoolId, name, code, kind } = spans[0]!
  const stages = [...stagesOfKind(kind)]
  const held = intervalOn(spans, today)
  return {
    schoolId,
    name,
    code,
    kind,
    stages,
    now: held !== undefined,
    role: held ? roleShown({ schoolId, role: held.role, stages }, turns) : null,
    spans: spans.map(({ role, fromDay, untilDay }) => ({ role, fromDay, untilDay })),
  }
}

async function changesOf(ctx: Context, unit: UnitSubject): Promise<Reply<typeof clusterApi.read>['changes']> {
  const changes = await listChanges(ctx.db, unit.id)
  const mayUndo = (byDistrict: boolean) => undoAccess(ctx.actor, { byDistrict, clusters: [unit] })
  return changes.map(({ id, told, madeAt, undoneAt, byDistrict }) => ({
    id,
    told,
    madeAt: madeAt.toISOString(),
    undone: undoneAt !== null,
    can: undoneAt === null && mayUndo(byDistrict) ? ['undo' as const] : [],
  }))
}

export async function editCluster(ctx: Context, unit: UnitSubject, details: Details): Promise<void> {
  await refuseSameName(ctx, unit.districtId, details.name, unit.id)
  const { reason, stageScope: scope, ...fields } = details
  const stageScopeReason = scope === 'worked-out' ? null : reason!
  await updateCluster(ctx.db, unit.id, {
    ...fields,
    ...spellTitle(fields.name),
    stageScope: scope === 'worked-out' ? unit.stageScope : scope,
    stageScopeReason,
  })
  const now = (await membersOf(ctx, unit.id, [])).filter((member) => member.now)
  if (scope === 'worked-out') await updateStageScope(ctx.db, unit.id, stageScope(now.map(({ kind }) => kind)))
  ctx.note({ districtId: unit.districtId, unitId: unit.id, change: details.name, before: unit, after: details })
}

async function refuseSameName(ctx: Context, districtId: number, name: string, own?: number): Promise<void> {
  const same = await findCluster(ctx.db, districtId, name)
  if (same && same.id !== own) throw organizationsProblems.sameClusterName({ name })
}

export async function createByHand(ctx: Context, district: UnitSubject, fields: Fields): Promise<number> {
  await refuseSameName(ctx, district.id, fields.name)
  const [id] = await listNewNumbers(ctx.db, 1)
  await saveUnits(ctx.db, [newUnit({ ...fields, id: id!, parentId: district.id, districtId: district.id })])
  ctx.note({ districtId: district.id, unitId: id!, change: fields.name, after: fields })
  return id!
}

/** A cluster closes: every member leaves with its last day, and what was stays as it was. */
export async function closeCluster(ctx: Context, cluster: UnitSubject, day: string) {
  const { closedOn } = await findClusterDetails(ctx.db, cluster.id)
  if (closedOn) throw organizationsProblems.closedAlready({ day: closedOn })
  if (day > ctx.today) throw organizationsProblems.notYet()
  const members = (await listMemberSpans(ctx.db, cluster.id)).filter((span) => intervalOn([span], day))
  const parts = []
  for (const { schoolId } of members) {
    const school = (await findUnit(ctx.db, schoolId, ctx.today))!
    parts.push(await partOf(ctx, cluster, school, { kind: 'leave', day }))
  }
  await updateClosedOn(ctx.db, cluster.id, day)
  const told = `${cluster.name}于${dayInWords(day)}撤销，${parts.length} 所成员校同日离开`
  ctx.note({ districtId: cluster.districtId, unitId: cluster.id, change: told })
  const changeId = parts.length > 0 ? await carryOut(ctx, 'close', { told, parts }) : null
  return { changeId, told }
}

export const reopenCluster = ({ db }: Context, clusterId: number): Promise<void> => updateClosedOn(db, clusterId, null)

export async function listClustersOf(ctx: Context, unit: UnitSubject, q: string | undefined) {
  const districtIds = unit.kind === 'city' ? await listDistrictIds(ctx.db, unit.id) : [unit.id]
  const clusters = await listKeptClusters(ctx.db, districtIds, ctx.today, q)
  const can = unit.kind === 'district' ? verbsOn({ decide: organizationAccess.decide }, ctx.actor, unit) : []
  return { clusters, can }
}
