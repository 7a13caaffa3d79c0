import { dayInWords } from '#shared/day.ts'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { schoolsOf, type LoadedBatch } from './batch.actions.ts'
import type { Batch, batchApi, BatchLine, Opinion } from './batch.contract.ts'
import { listBatches, listOpinions, type BatchRow, type ListedBatch } from './batch.sql.ts'
import { listCandidates } from './candidate.sql.ts'
import { answersFor, batchAccess, readBatch, seesPlan, verbsNow } from './mobility.access.ts'
import { listOfBatch, listRecalledBy } from './rotation-list.sql.ts'
import { linesOf } from './rotation.reply.ts'

/** What a batch waits for, in a few words. */
function waitsFor({
  state,
  rotations,
  schoolIds,
  answered,
  heardUntil,
  firstDay,
  filedOn,
}: ListedBatch): string | null {
  if (state === '拟定') return rotations === 0 ? '学区办添加教师' : '学区办送各校听取意见'
  if (state === '听取意见') {
    const silent = schoolIds.length - answered
    return silent > 0 ? `${silent} 所学校答复，${dayInWords(heardUntil!)}截止` : '理事会决定'
  }
  if (state === '理事会已决定') return '区里批准'
  if (state === '已撤销') return null
  if (state === '区已批准') return firstDay ? `${dayInWords(firstDay)}生效` : null
  return filedOn ? null : '学区办报区备案'
}

const lineOf = (one: ListedBatch): BatchLine => ({
  id: one.id,
  title: one.title,
  clusterId: one.clusterId,
  clusterName: one.clusterName,
  schoolYear: one.schoolYear,
  state: one.state,
  rotations: one.rotations,
  withdrawn: one.withdrawn,
  heardUntil: one.heardUntil,
  waits: waitsFor(one),
  filedOn: one.filedOn,
})

/** The batches of a unit that the reader may read; of a district those that wait for its word first. */
export async function readBatches(
  ctx: Context,
  unit: UnitSubject,
  schoolYear: number | undefined,
): Promise<Reply<typeof batchApi.list>> {
  const isDistrict = unit.kind === 'district'
  const clusterIds = isDistrict ? undefined : [unit.id]
  const found = await listBatches(ctx.db, { districtIds: [unit.districtId], clusterIds, schoolYear })
  const seen = isDistrict
    ? found.filter(({ state }) => state !== '拟定' && state !== '听取意见')
    : found.filter((one) => readBatch(ctx.actor, { ...one, unit }))
  const waiting = (one: ListedBatch) => Number(isDistrict && one.state === '理事会已决定')
  return { batches: seen.sort((a, b) => waiting(b) - waiting(a)).map(lineOf) }
}

export async function readOne(ctx: Context, batch: LoadedBatch): Promise<Batch> {
  const where = { districtIds: [batch.districtId], clusterIds: [batch.clusterId], schoolYear: batch.schoolYear }
  const listed = (await listBatches(ctx.db, where)).find(({ id }) => id === batch.id)!
  const isOver = batchAccess.edit(ctx.actor, batch) || !answersFor(ctx.actor, batch.schoolIds).length
  const lines = await linesOf(ctx, await listOfBatch(ctx.db, batch.districtId, batch.id))
  const recalls = await linesOf(ctx, await listRecalledBy(ctx.db, batch.districtId, batch.id))
  const own = answersFor(ctx.actor, batch.schoolIds)
  const concerns = ({ fromSchoolId, toSchoolId }: (typeof lines)[number]) =>
    own.includes(fromSchoolId) || own.includes(toSchoolId)
  return {
    ...lineOf(listed),
    steps: batch.steps,
    decisionName: batch.decisionName,
    opinions: (await opinionsOf(ctx, batch)).filter(({ mine }) => isOver || mine),
    lines: isOver ? lines : lines.filter(concerns),
    recalls: isOver ? recalls : recalls.filter(concerns),
    planId: seesPlan(ctx.actor, batch) ? batch.planId : null,
    can: verbsNow(ctx.actor, batch),
  }
}

/** What each school concerned says, or that it has not answered. */
export async function opinionsOf(ctx: Context, batch: BatchRow): Promise<Opinion[]> {
  const said = await listOpinions(ctx.db, batch.districtId, batch.id)
  const names = new Map((await listUnitNames(ctx.db, batch.schoolIds)).map(({ id, name }) => [id, name]))
  const own = answersFor(ctx.actor, batch.schoolIds)
  return batch.schoolIds.map((schoolId) => {
    const one = said.find((opinion) => opinion.schoolId === schoolId)
    return {
      schoolId,
      schoolName: names.get(schoolId) ?? '',
      agrees: one?.agrees ?? null,
      words: one?.words ?? null,
      by: one?.saidBy ?? null,
      at: one?.saidAt.toISOString() ?? null,
      mine: own.includes(schoolId),
    }
  })
}

/** Whom the office may put in: teachers by what was typed, schools, forms. */
export async function readCandidates(
  ctx: Context,
  batch: LoadedBatch,
  q: string,
): Promise<Reply<typeof batchApi.candidates>> {
  const schools = await schoolsOf(ctx, batch)
  const names = new Map(schools.map(({ id, name }) => [id, name]))
  const ids = schools.map(({ id }) => id)
  const { districtId, schoolYear } = batch
  const found = q.trim() === '' ? [] : await listCandidates(ctx.db, districtId, ids, { q, schoolYear })
  return {
    teachers: found.map(({ districtId: _, ...one }) => ({
      ...one,
      schoolName: names.get(one.schoolId) ?? '',
    })),
    schools: schools.map(({ id, name }) => ({ id, name })),
    forms: policiesOf(ctx.policies, districtId).rotation.forms.map((form) => ({ ...form })),
  }
}
