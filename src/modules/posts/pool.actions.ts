import { verbsOn, within } from '#shared/access.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import { grouped } from '#shared/group.ts'
import { maskName } from '#shared/names.ts'
import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import { listDistrictIds, loadCluster } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { PoolMember, poolApi } from './pool.contract.ts'
import { tellDecided, tellProposed } from './pool.notices.ts'
import { inOrder, isOver, standsIn, whyNotDays, whyNotLeave } from './pool.rules.ts'
import {
  deleteTask,
  findMember,
  findTaskMember,
  insertMembers,
  insertTask,
  listCandidates,
  listPool,
  listTasks,
  updateDecided,
  updateLeft,
  type PoolRow,
  type PoolTaskRow,
} from './pool.sql.ts'
import { postAccess, speaksFor } from './post.access.ts'
import { districtsOf, noteAt, readMembers } from './post.load.ts'
import { postsProblems } from './problems.ts'

/** One of the pool, and the cluster whose pool it is. */
export interface MemberSubject {
  member: PoolRow
  unit: UnitSubject
}

/** The pool of a cluster as it stood in a school year, in the order in which it is worked through. */
export async function readPool(ctx: Context, unit: UnitSubject, year: number): Promise<Reply<typeof poolApi.list>> {
  return { members: await membersOf(ctx, unit, year), can: verbsOn(postAccess, ctx.actor, unit) }
}

export async function membersOf(ctx: Context, unit: UnitSubject, year: number): Promise<PoolMember[]> {
  const schools = await readMembers(ctx, unit, year)
  const districtIds = districtsOf(unit, schools)
  const found = (await listPool(ctx.db, districtIds, unit.id)).filter((one) => standsIn(one, year))
  const tasks = grouped(
    await listTasks(
      ctx.db,
      districtIds,
      found.map(({ id }) => id),
    ),
    ({ memberId }) => memberId,
  )
  const names = new Map(schools.map(({ schoolId, name }) => [schoolId, name]))
  return inOrder(found).map((row) => told(ctx, unit, row, { tasks: tasks.get(row.id) ?? [], names }))
}

/** What was said about a person is for those who see the name. */
const untold = { proposedBy: null, proposedWords: null, decidedWords: null, leftWhy: null }

function told(
  { actor, today }: Context,
  unit: UnitSubject,
  row: PoolRow,
  { tasks, names }: { tasks: readonly PoolTaskRow[]; names: ReadonlyMap<number, string> },
): PoolMember {
  const { districtId: _, clusterId, schoolYear, pinyin, ...shown } = row
  const known = within(actor.names, row)
  return {
    ...shown,
    ...(!known && untold),
    name: known ? row.name || '—' : maskName(row.name),
    masked: !known,
    schoolName: names.get(row.schoolId) ?? '—',
    over: isOver(row, today),
    tasks: tasks.map(({ memberId: __, ...task }) => (known ? task : { ...task, what: '—' })),
    can: doable(actor, unit, row),
  }
}

function doable(actor: Context['actor'], unit: UnitSubject, row: PoolRow): PoolMember['can'] {
  const decides = postAccess.decide(actor, unit)
  if (row.status === '待定') return decides ? ['decide'] : []
  if (row.status !== '在池' || !speaksFor(actor, placeOf(row))) return []
  return ['leave', 'task']
}

const placeOf = ({ schoolId, districtId, clusterId }: PoolRow) => ({ schoolId, districtId, clusterIds: [clusterId] })

export async function readCandidates(
  ctx: Context,
  unit: UnitSubject,
  { year, q }: Input<typeof poolApi.candidates>['query'],
): Promise<Reply<typeof poolApi.candidates>> {
  const schools = (await readMembers(ctx, unit, year)).filter(({ own }) => own)
  const names = new Map(schools.map(({ schoolId, name }) => [schoolId, name]))
  const found = await listCandidates(ctx.db, { schools, clusterId: unit.id, year }, q ? { q } : 'backbone')
  return {
    candidates: found.map(({ districtId: _, ...one }) => ({ ...one, schoolName: names.get(one.schoolId) ?? '' })),
  }
}

/** Puts teachers of the own schools forward; the office hears of it. */
export async function propose(
  ctx: Context,
  unit: UnitSubject,
  { year, teacherIds, words }: Input<typeof poolApi.propose>['body'],
): Promise<Reply<typeof poolApi.propose>> {
  const all = await readMembers(ctx, unit, year)
  const schools = all.filter(({ own }) => own)
  const found = await listCandidates(ctx.db, { schools, clusterId: unit.id, year }, { teacherIds })
  const open = (await listPool(ctx.db, districtsOf(unit, all), unit.id)).filter(
    ({ teacherId, status }) => teacherIds.includes(teacherId) && (status === '待定' || status === '在池'),
  )
  const lost = new Set(teacherIds).size - found.length - open.length
  if (lost > 0) throw postsProblems.notToPropose({ n: lost, year })
  const said = { proposedOn: ctx.today, proposedBy: ctx.actor.name, proposedWords: words || null }
  const fresh = await insertMembers(
    ctx.db,
    found.map(({ districtId, schoolId, teacherId, stage, subject, level }) => ({
      ...said,
      ...{ districtId, schoolId, teacherId, stage, subject, level },
      id: ctx.newId(),
      clusterId: unit.id,
      schoolYear: year,
      status: '待定' as const,
    })),
  )
  ctx.note({ ...noteAt(unit), schoolYear: year, teachers: fresh.length })
  if (fresh.length > 0) await tellProposed(ctx, unit, { year, n: fresh.length, key: fresh[0]! })
  return { proposed: fresh.length, already: teacherIds.length - fresh.length }
}

/** Takes those who were proposed into the pool, or not; their schools hear of it. */
export async function decide(
  ctx: Context,
  unit: UnitSubject,
  body: Input<typeof poolApi.decide>['body'],
): Promise<Reply<typeof poolApi.decide>> {
  const { accept, memberIds, decidedBy, decidedOn, words, since, until } = body
  const against = accept ? whyNotDays({ since, until }) : undefined
  if (against) throw platformProblems.badInput({ issues: [against] })
  const decision = {
    status: accept ? ('在池' as const) : ('未入池' as const),
    ...{ decidedBy, decidedOn, decidedWords: words || null },
    sinceDay: accept ? since : null,
    untilDay: accept ? (until ?? null) : null,
  }
  const of = { districtIds: await listDistrictIds(ctx.db), clusterId: unit.id }
  const decided = await updateDecided(ctx.db, of, memberIds, decision)
  if (decided.length === 0) throw postsProblems.nothingToDecide()
  ctx.note({ ...noteAt(unit), accept, decidedBy, decidedOn, teachers: decided.length })
  await tellDecided(ctx, unit, decided, accept)
  return { decided: decided.length }
}

export async function leavePool(
  ctx: Context,
  { member }: MemberSubject,
  { on, why }: Input<typeof poolApi.leave>['body'],
): Promise<Record<string, never>> {
  const against = whyNotLeave({ on, since: member.since }, ctx.today)
  if (against) throw platformProblems.badInput({ issues: [against] })
  if (!(await updateLeft(ctx.db, member, { leftOn: on, leftWhy: why, leftBy: ctx.actor.name })))
    throw postsProblems.notInPool()
  ctx.note({ ...noteOf(member), on })
  return {}
}

export async function addTask(
  ctx: Context,
  { member }: MemberSubject,
  { untilDay: last, ...task }: Input<typeof poolApi.addTask>['body'],
): Promise<Reply<typeof poolApi.addTask>> {
  if (member.status !== '在池') throw postsProblems.notInPool()
  const untilDay = last ?? null
  if (untilDay !== null && untilDay < task.fromDay)
    throw platformProblems.badInput({ issues: [{ path: 'untilDay', message: '结束日期早于开始日期，请核对。' }] })
  const id = ctx.newId()
  const { districtId, schoolId, id: memberId } = member
  await insertTask(ctx.db, { ...task, untilDay, id, memberId, districtId, schoolId, ...noted(ctx) })
  ctx.note({ ...noteOf(member), kind: task.kind })
  return { id }
}

const noted = ({ now, actor }: Context) => ({ notedAt: now, notedBy: actor.name })

export async function removeTask(
  ctx: Context,
  { member }: MemberSubject,
  taskId: string,
): Promise<Record<string, never>> {
  await deleteTask(ctx.db, member.districtId, taskId)
  ctx.note(noteOf(member))
  return {}
}

const noteOf = ({ districtId, schoolId, teacherId }: PoolRow) => ({
  districtId,
  unitId: schoolId,
  subjectId: teacherId,
})

/** A member behind the reader's wall. */
export async function loadMember(ctx: Context, memberId: string): Promise<MemberSubject | undefined> {
  const member = await findMember(ctx.db, await listDistrictIds(ctx.db), memberId)
  const unit = member && (await loadCluster(ctx, member.clusterId))
  return member && unit && { member, unit }
}

export async function loadTask(ctx: Context, taskId: string): Promise<MemberSubject | undefined> {
  const memberId = await findTaskMember(ctx.db, await listDistrictIds(ctx.db), taskId)
  return memberId === undefined ? undefined : loadMember(ctx, memberId)
}

/** Whether the person may say what a member of the pool does, and that they left. */
export const maySpeak = (actor: Context['actor'], { member }: MemberSubject): boolean =>
  speaksFor(actor, placeOf(member))
