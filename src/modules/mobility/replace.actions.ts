import type { Context } from '#platform/context.ts'
import { hearBatch, loadBatch, stepOf, toChange, type LoadedBatch } from './batch.actions.ts'
import {
  clearBatchSchools,
  deleteAllRotationsOf,
  listOpinions,
  saveOpinion,
  updateBatch,
  type OpinionRow,
} from './batch.sql.ts'
import { changeInWords, changesOf, type Change } from './change.rules.ts'
import { openBatch, type Opened, type PlannedBatch } from './door.actions.ts'
import { tellSchools, type Told } from './mobility.notices.ts'
import { mobilityProblems } from './problems.ts'
import { clearRecalls } from './recall.sql.ts'
import { listOfBatch } from './rotation-list.sql.ts'

/** Takes a whole batch back before the council decides. It stays on file; schools that were asked are told. */
export async function withdrawBatch(ctx: Context, loaded: LoadedBatch, reason: string): Promise<void> {
  const batch = await takeBack(ctx, loaded, reason)
  await tellSchools(ctx, batch, {
    kind: 'mobility.batch-withdrawn',
    key: batch.id,
    title: `${batch.unit.name}已撤销“${batch.title}”`,
    text: `不用再答复。原因：${reason}`,
  })
}

/** What nobody was asked about yet stays the office's: no school finds it. */
async function takeBack(ctx: Context, loaded: LoadedBatch, reason: string): Promise<LoadedBatch> {
  const batch = await toChange(ctx, loaded, 'withdraw')
  const wasHeard = batch.steps.some(({ kind }) => kind === '听取意见')
  await deleteAllRotationsOf(ctx.db, batch.districtId, batch.id)
  await clearRecalls(ctx.db, batch)
  await updateBatch(ctx.db, batch, { state: '已撤销', heardUntil: null }, stepOf(ctx, '撤销', { words: reason }))
  if (!wasHeard) await clearBatchSchools(ctx.db, batch.districtId, batch.id)
  ctx.note({ why: reason })
  return wasHeard ? batch : { ...batch, schoolIds: [] }
}

export interface Replaced {
  batchId: string
  reason: string
}

/**
 * Puts another plan in the place of a batch that the council has not decided, in one go: the old one is withdrawn with the reason,
 * the new one opened. Each school hears what changed for it; one for which nothing did keeps what it said.
 */
export async function replaceBatch(
  ctx: Context,
  { batchId, reason }: Replaced,
  planned: PlannedBatch,
): Promise<Opened> {
  const old = await loadBatch(ctx, batchId)
  if (!old) throw mobilityProblems.notNow({ state: '已删除', act: '改用别的方案' })
  const before = await listOfBatch(ctx.db, old.districtId, old.id)
  const said = await ctx.asOwner((db) => listOpinions(db, old.districtId, old.id))
  const taken = await takeBack(ctx, old, reason)
  const { hearUntil, ...draft } = planned
  const opened = await openBatch(ctx, draft)
  const batch = (await loadBatch(ctx, opened.batchId))!
  const changes = changesOf(before, await listOfBatch(ctx.db, batch.districtId, batch.id))
  await tellLeft(ctx, taken, batch, { reason, goesOn: hearUntil !== undefined })
  if (hearUntil === undefined) return opened
  const kept = said.filter(({ schoolId }) => batch.schoolIds.includes(schoolId) && !changes.has(schoolId))
  const unreached = await hearBatch(ctx, batch, { until: hearUntil }, askAgain(kept, changes))
  for (const opinion of kept) await ctx.asOwner((db) => saveOpinion(db, { ...opinion, batchId: batch.id }))
  return { ...opened, unreached }
}

/** Asks each school with what changed for it; who need not answer again hears that. */
const askAgain =
  (kept: readonly OpinionRow[], changes: ReadonlyMap<number, Change>) =>
  async (ctx: Context, batch: LoadedBatch, told: Told): Promise<number[]> => {
    const unreached: number[] = []
    for (const schoolId of batch.schoolIds) {
      const change = changes.get(schoolId)
      const answered = kept.some((one) => one.schoolId === schoolId)
      const words = change ? `本校有变化：${changeInWords(change)}。` : '本校没有变化。'
      const ask = answered ? '沿用上次的答复，可以修改。' : '请查看本校流出、流入的教师，答复同意或有意见。'
      unreached.push(...(await tellSchools(ctx, { ...batch, schoolIds: [schoolId] }, { ...told, key: `${told.key}:${schoolId}`, text: words + ask }))) // prettier-ignore
    }
    return unreached
  }

/** The schools of the old batch with which the new one has nothing to do, or that are not asked now. */
async function tellLeft(
  ctx: Context,
  old: LoadedBatch,
  batch: LoadedBatch,
  { reason, goesOn }: { reason: string; goesOn: boolean },
): Promise<void> {
  const left = old.schoolIds.filter((schoolId) => !goesOn || !batch.schoolIds.includes(schoolId))
  if (left.length === 0) return
  await tellSchools(ctx, { ...old, schoolIds: left }, {
    kind: 'mobility.batch-withdrawn',
    key: old.id,
    title: `${old.unit.name}已撤销“${old.title}”，改用新的方案`,
    text: goesOn ? `新方案中本校没有教师流出、流入，不用再答复。原因：${reason}` : `不用再答复，新方案会另行听取意见。原因：${reason}`,
  }) // prettier-ignore
}
