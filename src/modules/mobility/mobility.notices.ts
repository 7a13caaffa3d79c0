import type { Context } from '#platform/context.ts'
import { listAccountsOfTeachers } from '#modules/identity/index.ts'
import { notify } from '#modules/workbench/index.ts'
import type { BatchRow } from './batch.sql.ts'

export interface Told {
  kind: string
  key: string
  title: string
  text: string
}

const addressOf = ({ id }: Pick<BatchRow, 'id'>) => `/rotation-batches/${id}`

/** Tells the schools that a batch concerns; returns those where nobody has an account. */
export async function tellSchools(ctx: Context, batch: BatchRow, told: Told): Promise<number[]> {
  const { districtId, schoolIds } = batch
  const to = addressOf(batch)
  const roles = ['principal', 'liaison'] as const
  const { unreached } = await notify(ctx, { ...told, districtId, to, unitIds: schoolIds, roles })
  return unreached
}

export async function tellOffice(ctx: Context, batch: BatchRow, told: Told): Promise<void> {
  const { districtId, clusterId } = batch
  await notify(ctx, { ...told, districtId, to: addressOf(batch), unitIds: [clusterId], roles: ['cluster-office'] })
}

export async function tellDistrict(ctx: Context, batch: BatchRow, told: Told): Promise<void> {
  const { districtId } = batch
  await notify(ctx, { ...told, districtId, to: addressOf(batch), unitIds: [districtId], roles: ['district-officer'] })
}

/** Tells these teachers, where an account is theirs. */
export async function tellTeachers(
  ctx: Context,
  districtId: number,
  teacherIds: readonly string[],
  told: Told,
): Promise<void> {
  const found = await ctx.asOwner((db) => listAccountsOfTeachers(db, districtId, teacherIds))
  if (found.length === 0) return
  const accountIds = found.map(({ accountId }) => accountId)
  await notify(ctx, { ...told, districtId, to: '/account/rotations', accountIds })
}
