import type { Context } from '#platform/context.ts'
import { isCluster } from './unit.access.ts'
import type { UnitSubject } from './unit.contract.ts'
import { findUnit } from './unit.sql.ts'

/** A cluster or group as it is today; undefined where the number is of another unit. */
export async function loadCluster(ctx: Context, id: number): Promise<UnitSubject | undefined> {
  const unit = await findUnit(ctx.db, id, ctx.today)
  return unit && isCluster(unit) ? unit : undefined
}

/** A school as it is today; undefined where the number is of another unit. */
export async function loadSchool(ctx: Context, id: number): Promise<UnitSubject | undefined> {
  const unit = await findUnit(ctx.db, id, ctx.today)
  return unit?.kind === 'school' ? unit : undefined
}
