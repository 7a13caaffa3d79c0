import { dayAfter, dayInWords } from '#shared/day.ts'
import { Problem } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { changed, gapsOf, keptYearsOf, leadless, yearsMoved, type Change } from './change.rules.ts'
import type { ChangeFields, Effect } from './change.contract.ts'
import {
  deleteKeptYears,
  insertChange,
  insertKeptYears,
  listRecordedYears,
  listWeights,
  markUndone,
  type ChangeRow,
  type Stand,
} from './change.sql.ts'
import { stageScope } from './cluster.rules.ts'
import { refuseFrozen } from './frozen.actions.ts'
import { organizationAccess, type ChangeSubject } from './membership.access.ts'
import { deleteMemberships, insertMemberships, listKeptYears, listLeads, listMemberships } from './membership.sql.ts'
import { intervalOn, type MemberRole } from './membership.rules.ts'
import { organizationsProblems } from './problems.ts'
import { listMemberKinds } from './school.sql.ts'
import type { UnitSubject } from './unit.contract.ts'
import { findUnit, updateStageScope } from './unit.sql.ts'

/** One school in one cluster before and after. */
export interface Part {
  cluster: UnitSubject
  school: UnitSubject
  before: Stand
  after: Stand
}

export interface Plan {
  told: string
  parts: Part[]
}

/** What a change would make of the memberships; throws the problem where it does not fit. */
export async function planOf(ctx: Context, subject: ChangeSubject, fields: ChangeFields): Promise<Plan> {
  const { cluster, school, other } = subject
  const role = fields.role ?? '成员校'
  const untilDay = fields.untilDay ?? null
  if (fields.kind !== 'move') {
    if (fields.kind === 'role' && !fields.role) throw organizationsProblems.roleMissing()
    const change = { kind: fields.kind, day: fields.day, role, untilDay } as Change
    return { told: toldOf(cluster, school, change), parts: [await partOf(ctx, cluster, school, change)] }
  }
  if (!other) throw organizationsProblems.clusterMissing()
  if (other.id === cluster.id) throw organizationsProblems.sameCluster()
  const parts = [
    await partOf(ctx, cluster, school, { kind: 'leave', day: fields.day }),
    await partOf(ctx, other, school, { kind: 'join', day: dayAfter(fields.day), role, untilDay }),
  ]
  const told = `${school.name}于${dayInWords(fields.day)}离开${cluster.name}，次日加入${other.name}，为${role}`
  return { told, parts }
}

export async function partOf(ctx: Context, cluster: UnitSubject, school: UnitSubject, change: Change): Promise<Part> {
  const before = await standOf(ctx, cluster.id, school.id)
  const memberships = changed(before.memberships, change)
  if (memberships instanceof Problem) throw memberships
  const keptYears = [...new Set([...before.keptYears, ...keptYearsOf(change)])].sort((a, b) => a - b)
  const after = { ...before, memberships, keptYears }
  await refuseFrozen(ctx, { cluster, school, before, after })
  return { cluster, school, before, after }
}

/** How a school stands in a cluster. */
export async function standOf({ db }: Pick<Context, 'db'>, clusterId: number, schoolId: number): Promise<Stand> {
  const memberships = await listMemberships(db, clusterId, [schoolId])
  const kept = await listKeptYears(db, clusterId, [schoolId])
  return {
    clusterId,
    schoolId,
    memberships: memberships.map(({ role, fromDay, untilDay }) => ({ role, fromDay, untilDay })),
    keptYears: kept.map(({ schoolYear }) => schoolYear),
  }
}

function toldOf(cluster: UnitSubject, school: UnitSubject, change: Change): string {
  const from = dayInWords(change.day)
  if (change.kind === 'leave') return `${school.name}于${from}离开${cluster.name}`
  const until = change.untilDay === null ? '' : `，到${dayInWords(change.untilDay)}为止`
  const does = change.kind === 'join' ? `加入${cluster.name}，为${change.role}` : `在${cluster.name}为${change.role}`
  return `${school.name}自${from}起${does}${until}`
}

/** What is worth a look before saving; none of it stands in the way. */
export async function noticesOf(ctx: Context, { parts }: Plan): Promise<string[]> {
  const notices: string[] = []
  for (const { before, after, cluster } of parts) {
    const known = new Set(gapsOf(before.memberships).map(({ from }) => from))
    for (const { from, until } of gapsOf(after.memberships).filter((gap) => !known.has(gap.from)))
      notices.push(`${dayInWords(from)}至${dayInWords(until)}不是${cluster.name}的成员，中间空了一段。`)
    const leads = (await listLeads(ctx.db, cluster.id)).filter(({ schoolId }) => schoolId !== after.schoolId)
    const met = metBy(leads, after)
    if (met.length > 0) notices.push(`同一时间${cluster.name}已有牵头校：${met.join('、')}。`)
    for (const { fromDay, untilDay } of leadless(before.memberships, after.memberships, leads))
      notices.push(
        `${dayInWords(fromDay)}${untilDay === null ? '起' : `至${dayInWords(untilDay)}`}${cluster.name}没有牵头校。`,
      )
  }
  return notices
}

type Lead = Awaited<ReturnType<typeof listLeads>>[number]

function metBy(leads: readonly Lead[], { memberships }: Stand): string[] {
  const own = memberships.filter(({ role }) => role === '牵头校')
  const met = leads.filter((lead) =>
    own.some(
      ({ fromDay, untilDay }) => intervalOn([lead], fromDay) ?? intervalOn([{ fromDay, untilDay }], lead.fromDay),
    ),
  )
  return [...new Set(met.map(({ name }) => name))]
}

/** Which figures of past years the change moves, and by how much: counts of nobody in particular, so they are the owner's to count. */
export async function effectsOf(ctx: Context, { parts }: Plan): Promise<Effect[]> {
  const effects: Effect[] = []
  for (const { cluster, school, before, after } of parts) {
    const years = await listRecordedYears(ctx.db, school.districtId, school.id)
    const moved = yearsMoved(before.memberships, after.memberships, years)
    const counts = await countsOf(
      ctx,
      school,
      moved.map(({ schoolYear }) => schoolYear),
    )
    for (const { schoolYear, gained } of moved)
      effects.push({
        clusterId: cluster.id,
        clusterName: cluster.name,
        schoolYear,
        gained,
        counts: counts.get(schoolYear) ?? [],
      })
  }
  return effects
}

async function countsOf(ctx: Context, school: UnitSubject, schoolYears: readonly number[]) {
  const counts = new Map<number, Effect['counts']>(schoolYears.map((year) => [year, []]))
  if (schoolYears.length === 0) return counts
  const scope = { districtIds: [school.districtId], schoolIds: [school.id], schoolYears }
  await ctx.asOwner(async (db) => {
    for (const measure of ctx.measures.filter(({ fold }) => fold === 'sum'))
      for (const { schoolYear, value } of await listWeights(db, measure, scope))
        counts.get(schoolYear)?.push({ title: measure.title, unit: measure.unit, value })
  })
  return counts
}

/** Writes a planned change down, with what stood before, so that it can be told and taken back. */
export async function carryOut(ctx: Context, kind: ChangeRow['kind'], { told, parts }: Plan): Promise<string> {
  const id = ctx.newId()
  const [first] = parts
  await restore(
    ctx,
    parts.map(({ after }) => after),
  )
  await insertChange(ctx.db, {
    id,
    kind,
    told,
    clusterId: first!.cluster.id,
    otherClusterId: parts.find(({ cluster }) => cluster.id !== first!.cluster.id)?.cluster.id ?? null,
    byDistrict: parts.every(({ cluster }) => organizationAccess.decide(ctx.actor, cluster)),
    madeAt: ctx.now,
    before: parts.map(({ before }) => before),
    after: parts.map(({ after }) => after),
  })
  ctx.note({
    districtId: first!.cluster.districtId,
    unitId: first!.cluster.id,
    subjectId: id,
    change: told,
    before: parts.map(({ before }) => before.memberships),
    after: parts.map(({ after }) => after.memberships),
  })
  return id
}

/** Sets memberships and kept years to what a stand says. */
export async function restore({ db }: Context, stands: readonly Stand[]): Promise<void> {
  for (const { clusterId, schoolId, memberships, keptYears } of stands) {
    await deleteMemberships(db, clusterId, [schoolId])
    await insertMemberships(
      db,
      clusterId,
      memberships.map((one) => ({ ...one, schoolId })),
    )
    await deleteKeptYears(db, clusterId, schoolId)
    await insertKeptYears(db, clusterId, schoolId, keptYears)
  }
  for (const clusterId of new Set(stands.map((stand) => stand.clusterId)))
    await updateStageScope(db, clusterId, stageScope(await listMemberKinds(db, clusterId)))
}

/** Takes a change back, unless something was changed since. */
export async function undoChange(ctx: Context, change: ChangeRow): Promise<{ told: string }> {
  if (change.undoneAt) throw organizationsProblems.changedSince()
  for (const [at, stand] of change.after.entries()) {
    const now = await standOf(ctx, stand.clusterId, stand.schoolId)
    if (asText(now) !== asText(stand)) throw organizationsProblems.changedSince()
    const cluster = await findUnit(ctx.db, stand.clusterId, ctx.today)
    const school = await findUnit(ctx.db, stand.schoolId, ctx.today)
    if (cluster && school) await refuseFrozen(ctx, { cluster, school, before: stand, after: change.before[at]! })
  }
  await restore(ctx, change.before)
  await markUndone(ctx.db, change.id, ctx.now)
  ctx.note({ unitId: change.clusterId, subjectId: change.id, change: `撤销：${change.told}` })
  return { told: `已撤销：${change.told}` }
}

/** The database keeps the fields of jsonb in an order of its own. */
const asText = ({ memberships, keptYears }: Stand) =>
  JSON.stringify([
    memberships.map(({ role, fromDay, untilDay }: { role: MemberRole; fromDay: string; untilDay: string | null }) => [
      role,
      fromDay,
      untilDay,
    ]),
    keptYears,
  ])
