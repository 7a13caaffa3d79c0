import { grouped } from '#shared/group.ts'
import type { Context } from '#platform/context.ts'
import { noteRecorded, noteStale, type FactKey } from '#platform/facts.ts'
import { listDistrictIds, listMembers } from '#modules/organizations/index.ts'
import type { RotationStatus } from './batch.rules.ts'
import { stateWith } from './batch.rules.ts'
import { findBatchHeld, listStatuses, updateBatch, type BatchRow } from './batch.sql.ts'
import { tellTeachers } from './mobility.notices.ts'
import { markActive, markClosed, type Changed } from './rotation-write.sql.ts'

const source = 'mobility.rotations'

/** The figures in which rotations count are recounted before they are read again: the same that a ledger's rows touch. */
export const noteFigures = (ctx: Context, rows: readonly Omit<FactKey, 'source'>[]): Promise<void> =>
  noteStale(
    ctx.db,
    rows.map(({ districtId, schoolId, schoolYear }) => ({ districtId, schoolId, schoolYear, source })),
  )

/** A cluster that keeps its rotations here has said of all its schools which there are: none is then 0, not unknown. */
async function noteKept(ctx: Context, { clusterId, schoolYear }: BatchRow): Promise<void> {
  const members = await listMembers(ctx.db, clusterId, [schoolYear])
  const keys = members.map(({ districtId, schoolId }) => ({ districtId, schoolId, schoolYear, source }))
  await noteStale(ctx.db, await noteRecorded(ctx.db, keys))
}

/** What was approved takes effect, at once or as far as its first day has come; returns how many did. */
export async function putInForce(ctx: Context, batch: BatchRow, early: boolean): Promise<number> {
  const { districtId, id } = batch
  const changed = await markActive(ctx.db, ctx.today, { districtIds: [districtId], batchId: id, early })
  if (changed.length > 0) await afterActive(ctx, batch, changed)
  await settleState(ctx, batch)
  return changed.length
}

async function afterActive(ctx: Context, batch: BatchRow, changed: readonly Changed[]): Promise<void> {
  await noteKept(ctx, batch)
  await noteFigures(ctx, changed)
  await tellTeachers(ctx, batch.districtId, changed.map(({ teacherId }) => teacherId), {
    kind: 'mobility.active',
    key: `${batch.id}:${ctx.today}`,
    title: '您的交流轮岗已生效',
    text: `批次“${batch.title}”。可以在手机上查看自己的交流经历。`,
  }) // prettier-ignore
}

/** Once all that go on are in force, so is the batch. */
export async function settleState(ctx: Context, batch: BatchRow): Promise<void> {
  const { districtId, id } = batch
  const current = await findBatchHeld(ctx.db, districtId, id)
  if (!current) return
  const state = stateWith(current.state, (await listStatuses(ctx.db, districtId, id)) as RotationStatus[])
  if (state === current.state) return
  const step = { kind: '生效', day: ctx.today, by: ctx.actor.name, words: null, number: null } as const
  await updateBatch(ctx.db, current, { state }, { ...step, at: ctx.now.toISOString() })
}

/** Every hour: what begins today takes effect, what is over and appraised is closed. */
export async function keepTime(ctx: Context): Promise<void> {
  const districtIds = await listDistrictIds(ctx.db)
  const changed = await markActive(ctx.db, ctx.today, { districtIds })
  const byBatch = grouped(changed, ({ batchId }) => batchId)
  for (const [batchId, rows] of byBatch) {
    const batch = await findBatchHeld(ctx.db, rows[0]!.districtId, batchId)
    if (!batch) continue
    await afterActive(ctx, batch, rows)
    await settleState(ctx, batch)
  }
  await noteFigures(ctx, await markClosed(ctx.db, ctx.today, { districtIds }))
}
