import type { Context } from '#platform/context.ts'
import { listDistrictIds, listMembersOn, loadCluster } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { Open } from './enrolment.rules.ts'
import type { OfferingPlace } from './offering.access.ts'
import { findOffering, lockOffering, type OfferingRow } from './offering.sql.ts'

/** An offering and its cluster. */
export interface OfferingSubject extends OfferingPlace {
  row: OfferingRow
}

export async function loadOffering(ctx: Context, id: string): Promise<OfferingSubject | undefined> {
  const row = await findOffering(ctx.db, await listDistrictIds(ctx.db), id)
  const unit = row && (await loadCluster(ctx, row.clusterId))
  return row && unit && subjectOf(row, unit)
}

const subjectOf = (row: OfferingRow, unit: UnitSubject): OfferingSubject => ({
  ...{ row, unit, schoolId: row.schoolId, districtId: row.districtId },
  isDraft: row.state === '草稿',
})

/** One that is about to change: whoever else changes it has done so, or waits. */
export async function loadOfferingAlone(ctx: Context, id: string): Promise<OfferingSubject | undefined> {
  const found = await findOffering(ctx.db, await listDistrictIds(ctx.db), id)
  if (found) await lockOffering(ctx.db, found)
  return found && loadOffering(ctx, id)
}

export const membersOf = (ctx: Context, unit: UnitSubject): Promise<number[]> =>
  listMembersOn(ctx.db, unit.id, ctx.today)

/** An offering as the rules of enrolling see it. */
export const openOf = ({ schoolId, mode, places, shares, slots, enrolUntil, taken }: OfferingRow): Open => ({
  ...{ schoolId, mode, places, shares, enrolUntil },
  at: [...new Set(slots.map((slot) => slot.schoolId))],
  taken: new Map(taken.map((one) => [one.schoolId, one.people])),
})
