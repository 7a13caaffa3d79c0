import { dayInWords } from '#shared/day.ts'
import type { Input } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { findUnit, listDistrictIds, listSchoolsOf, listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { batchApi } from './batch.contract.ts'
import { whyNot, whyNotCouncil, whyNotHear, type BatchAct, type Step } from './batch.rules.ts'
import {
  deleteBatch,
  deleteOpinions,
  findBatch,
  findBatchHeld,
  insertBatch,
  listOpinions,
  listStatuses,
  saveOpinion,
  updateBatch,
  type BatchRow,
} from './batch.sql.ts'
import { keepDecision } from './decision-file.ts'
import { noteFigures, putInForce } from './force.actions.ts'
import { answersFor } from './mobility.access.ts'
import { tellDistrict, tellOffice, tellSchools, tellTeachers, type Told } from './mobility.notices.ts'
import { mobilityProblems } from './problems.ts'
import { clearRecalls, endRecalled } from './recall.sql.ts'
import { deleteRotationsOf, markApproved } from './rotation-write.sql.ts'

/** A batch with its cluster. */
export type LoadedBatch = BatchRow & { unit: UnitSubject }
type Body<K extends 'hear' | 'opine' | 'council' | 'approve'> = Input<(typeof batchApi)[K]>['body']

export async function loadBatch(ctx: Context, batchId: string): Promise<LoadedBatch | undefined> {
  const row = await findBatch(ctx.db, await listDistrictIds(ctx.db), batchId)
  const unit = row && (await findUnit(ctx.db, row.clusterId, ctx.today))
  return row && unit && { ...row, unit }
}

/** The batch as it now stands, to be changed by nobody else meanwhile, if the act may be done now. */
export async function toChange(
  ctx: Context,
  { districtId, id, unit }: LoadedBatch,
  act: BatchAct,
): Promise<LoadedBatch> {
  const row = await findBatchHeld(ctx.db, districtId, id)
  if (!row) throw mobilityProblems.notNow({ state: '已删除', act: '再改' })
  refuse(whyNot(act, row))
  ctx.note({ districtId, unitId: unit.id, subjectId: id, schoolYear: row.schoolYear, batch: row.title })
  return { ...row, unit }
}

export const stepOf = (
  ctx: Context,
  kind: Step['kind'],
  more: Partial<Pick<Step, 'day' | 'words' | 'number'>> = {},
): Step => ({
  kind,
  day: ctx.today,
  by: ctx.actor.name,
  words: null,
  number: null,
  ...more,
  at: ctx.now.toISOString(),
})

export async function createBatch(
  ctx: Context,
  unit: UnitSubject,
  planned: { title: string; schoolYear: number; planId?: string | null; words?: string | null },
): Promise<LoadedBatch> {
  const { districtId } = unit
  const { title, schoolYear, planId = null, words = null } = planned
  const id = ctx.newId()
  const steps = [stepOf(ctx, '拟定', { words })]
  await insertBatch(ctx.db, { districtId, id, clusterId: unit.id, schoolYear, title, planId, steps }, ctx.now)
  ctx.note({ districtId, unitId: unit.id, subjectId: id, schoolYear, batch: title })
  return (await loadBatch(ctx, id))!
}

/** A draft that nobody needs goes with all that is in it. */
export async function dropBatch(ctx: Context, loaded: LoadedBatch): Promise<void> {
  const { districtId, id } = await toChange(ctx, loaded, 'drop')
  await deleteRotationsOf(ctx.db, districtId, id)
  await clearRecalls(ctx.db, { districtId, id })
  await deleteBatch(ctx.db, districtId, id)
}

type Ask = (ctx: Context, batch: LoadedBatch, told: Told) => Promise<number[]>

/** Asks every school concerned; what schools said of an earlier form of the batch is gone. */
export async function hearBatch(
  ctx: Context,
  loaded: LoadedBatch,
  { until, words }: Body<'hear'>,
  ask: Ask = tellSchools,
): Promise<string[]> {
  const batch = await toChange(ctx, loaded, 'hear')
  const rotations = (await listStatuses(ctx.db, batch.districtId, batch.id)).filter(
    (status) => status === '拟定',
  ).length
  refuse(whyNotHear({ ...batch, rotations }, until, ctx.today))
  await deleteOpinions(ctx.db, batch.districtId, batch.id)
  const step = stepOf(ctx, '听取意见', { words: words || null })
  await updateBatch(ctx.db, batch, { state: '听取意见', heardUntil: until }, step)
  const unreached = await ask(ctx, batch, {
    kind: 'mobility.hear',
    key: `${batch.id}:${step.at}`,
    title: `${batch.unit.name}就“${batch.title}”听取意见，${dayInWords(until)}截止`,
    text: `请查看本校流出、流入的教师，答复同意或有意见。${words ?? ''}`,
  })
  return (await listUnitNames(ctx.db, unreached)).map(({ name }) => name)
}

/** A school's word; once all have said theirs the office is told. */
export async function opine(
  ctx: Context,
  loaded: LoadedBatch,
  { schoolId, agrees, words }: Body<'opine'>,
): Promise<void> {
  const batch = await toChange(ctx, loaded, 'opine')
  refuse(answersFor(ctx.actor, batch.schoolIds).includes(schoolId) ? undefined : mobilityProblems.notOfBatch())
  const { districtId, id: batchId } = batch
  const said = { saidAt: ctx.now, saidBy: ctx.actor.name }
  await saveOpinion(ctx.db, { districtId, batchId, schoolId, agrees, words: words || null, ...said })
  ctx.note({ schoolId, agrees })
  if ((await silentIn(ctx, batch)).length > 0) return
  await tellOffice(ctx, batch, {
    kind: 'mobility.heard',
    key: `${batchId}:${batch.steps.length}`,
    title: `“${batch.title}”各校都已答复`,
    text: '可以提交理事会决定了。',
  })
}

/** The schools concerned that have not answered. */
export async function silentIn(ctx: Context, { districtId, id, schoolIds }: BatchRow): Promise<number[]> {
  const said = await ctx.asOwner((db) => listOpinions(db, districtId, id))
  return schoolIds.filter((schoolId) => !said.some((one) => one.schoolId === schoolId))
}

/** What the council decided, with its paper; the district is asked. */
export async function decide(ctx: Context, loaded: LoadedBatch, body: Body<'council'>): Promise<void> {
  const batch = await toChange(ctx, loaded, 'council')
  const silent = await listUnitNames(ctx.db, await silentIn(ctx, batch))
  refuse(whyNotCouncil({ ...batch, silent: silent.map(({ name }) => name) }, ctx.today))
  const { sha256, type } = await keepDecision(ctx.config, body.file)
  const { number, day, words } = body
  const file = { decisionSha256: sha256, decisionName: body.file.name, decisionType: type }
  const step = stepOf(ctx, '理事会决定', { number, day, words: words || null })
  await updateBatch(ctx.db, batch, { state: '理事会已决定', ...file }, step)
  ctx.note({ number, sha256 })
  await tellDistrict(ctx, batch, {
    kind: 'mobility.council',
    key: `${batch.id}:${step.at}`,
    title: `${batch.unit.name}的“${batch.title}”等待区里批准`,
    text: `理事会${dayInWords(day)}已决定（${number}）。`,
  })
}

/** The district approves: what goes on is approved, and what begins by today is in force. */
export async function approveBatch(ctx: Context, loaded: LoadedBatch, body: Body<'approve'>): Promise<number> {
  const batch = await toChange(ctx, loaded, 'approve')
  const { number, day, words } = body
  const approved = await markApproved(ctx.db, batch.districtId, batch.id)
  await updateBatch(ctx.db, batch, { state: '区已批准' }, stepOf(ctx, '区批准', { number, day, words: words || null }))
  ctx.note({ number })
  const told = { kind: 'mobility.approved', key: `${batch.id}:${ctx.now.toISOString()}`, text: `批准文号${number}。` }
  const title = `“${batch.title}”已获区里批准`
  await tellOffice(ctx, batch, { ...told, title })
  await tellSchools(ctx, batch, { ...told, title })
  const teacherIds = approved.map(({ teacherId }) => teacherId)
  await tellTeachers(ctx, batch.districtId, teacherIds, { ...told, title: '您的交流轮岗已获批准' })
  await callBack(ctx, batch)
  return putInForce(ctx, batch, false)
}

/** Who the batch calls back is at home again from its first day on, and hears it. */
async function callBack(ctx: Context, batch: LoadedBatch): Promise<void> {
  const ended = await endRecalled(ctx.db, batch)
  await noteFigures(ctx, ended)
  for (const { teacherId, recallOn } of ended)
    await tellTeachers(ctx, batch.districtId, [teacherId], {
      kind: 'mobility.recalled',
      key: `${batch.id}:${teacherId}`,
      title: `您的交流轮岗提前结束，${dayInWords(recallOn)}起回原校`,
      text: `按已获批准的“${batch.title}”办理。`,
    })
}

/** Back to a draft: the district sends it, or the office takes it. */
export async function sendBack(
  ctx: Context,
  loaded: LoadedBatch,
  act: 'sendBack' | 'redraft',
  reason: string,
): Promise<void> {
  const batch = await toChange(ctx, loaded, act)
  const step = stepOf(ctx, act === 'sendBack' ? '区退回' : '退回修改', { words: reason })
  await updateBatch(ctx.db, batch, { state: '拟定', heardUntil: null }, step)
  const told = { kind: 'mobility.back', key: `${batch.id}:${step.at}`, text: `原因：${reason}` }
  if (act === 'sendBack') await tellOffice(ctx, batch, { ...told, title: `区里退回了“${batch.title}”` })
  else await tellSchools(ctx, batch, { ...told, title: `${batch.unit.name}收回“${batch.title}”修改` })
}

/** Before its first day, where the office says so. */
export async function activateBatch(ctx: Context, loaded: LoadedBatch): Promise<number> {
  return putInForce(ctx, await toChange(ctx, loaded, 'activate'), true)
}

/** The member schools of the batch's year, where its teachers may come from and go to. */
export const schoolsOf = (ctx: Context, { clusterId, schoolYear }: BatchRow) =>
  listSchoolsOf(ctx.db, clusterId, schoolYear)
