import type { Context } from '#platform/context.ts'
import { policiesOf } from '#platform/policies/book.ts'
import type { BatchState } from './batch.rules.ts'
import type { Opinion } from './batch.contract.ts'
import { opinionsOf } from './batch.reply.ts'
import { listBatchesById } from './batch.sql.ts'
import { listPlacements } from './placements.sql.ts'
import { percentOf } from './placement.rules.ts'
import { endOf } from './term.rules.ts'

/** What became of a plan that was adopted. */
export interface Adopted {
  batchId: string
  title: string
  state: BatchState
  heardUntil: string | null
  opinions: Opinion[]
}

/** These batches with what schools say of them; what was deleted or taken back is left out. */
export async function readAdopted(ctx: Context, districtId: number, batchIds: readonly string[]): Promise<Adopted[]> {
  if (batchIds.length === 0) return []
  const found = await listBatchesById(ctx.db, districtId, batchIds)
  const adopted: Adopted[] = []
  for (const batch of found.filter(({ state }) => state !== '已撤销')) {
    const { id: batchId, title, state, heardUntil } = batch
    adopted.push({ batchId, title, state, heardUntil, opinions: await opinionsOf(ctx, batch) })
  }
  return adopted
}

/** Part of whose time another school has in a school year, until when, and by which batch. */
export interface Taken {
  teacherId: string
  toSchoolId: number
  until: string
  batchId: string | null
}

export async function listTaken(
  ctx: Context,
  where: { districtIds: readonly number[]; teacherIds: readonly string[]; schoolYear: number },
): Promise<Taken[]> {
  const running = (await listPlacements(ctx.db, where)).filter((one) => one.running)
  return running.flatMap((one) => {
    const { forms } = policiesOf(ctx.policies, one.districtId).rotation
    const fullTime = new Set(forms.filter((form) => form.fullTime).map(({ form }) => form))
    if (percentOf(one, fullTime) === 0) return []
    return [{ teacherId: one.teacherId, toSchoolId: one.toSchoolId, until: endOf(one), batchId: one.batchId }]
  })
}
