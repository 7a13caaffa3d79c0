import type { Context } from '#platform/context.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listDistrictIds, listMembersOn, listUnits, loadCluster } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { UnionPlace } from './research.access.ts'
import { findUnion, listConvened, listUnionsById, type UnionRow } from './union.sql.ts'

/** A union, its cluster, and whether the reader convenes it. */
export type UnionSubject = UnionPlace & { row: UnionRow; districtId: number }

export async function loadUnion(ctx: Context, unionId: string): Promise<UnionSubject | undefined> {
  const row = await findUnion(ctx.db, await listDistrictIds(ctx.db), unionId)
  const unit = row && (await loadCluster(ctx, row.clusterId))
  return row && unit && { row, unit, districtId: row.districtId, convenes: await convenes(ctx, row) }
}

/** Several unions with their clusters: as many questions for all of them as for one. */
export async function loadUnions(ctx: Context, unionIds: readonly string[]): Promise<Map<string, UnionSubject>> {
  const rows = await listUnionsById(ctx.db, await listDistrictIds(ctx.db), unionIds)
  const units = await listUnits(ctx.db, [...new Set(rows.map(({ clusterId }) => clusterId))], ctx.today)
  const own = new Set((await unionsConvened(ctx)).map(({ id }) => id))
  return new Map(
    rows.flatMap((row): [string, UnionSubject][] => {
      const unit = units.find(({ id }) => id === row.clusterId)
      return unit ? [[row.id, { row, unit, districtId: row.districtId, convenes: own.has(row.id) }]] : []
    }),
  )
}

/** Whether the one who asks is the teacher who convenes the union today. */
export const convenes = async (ctx: Context, { id }: { id: string }): Promise<boolean> =>
  (await unionsConvened(ctx)).some((union) => union.id === id)

/** The unions that the one who asks convenes today. */
export async function unionsConvened(ctx: Context): Promise<UnionRow[]> {
  const own = await findOwnTeacher(ctx)
  return own ? ctx.asOwner(async (db) => listConvened(db, await listDistrictIds(db), own)) : []
}

/** The schools that are members of a cluster today. */
export const schoolsNow = async (ctx: Context, unit: { id: number }): Promise<UnitSubject[]> =>
  listUnits(ctx.db, await listMembersOn(ctx.db, unit.id, ctx.today), ctx.today)
