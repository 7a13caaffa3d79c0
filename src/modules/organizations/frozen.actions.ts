import type { Context } from '#platform/context.ts'
import type { Stand } from './change.sql.ts'
import { yearsMoved } from './change.rules.ts'
import { organizationsProblems } from './problems.ts'
import type { UnitSubject } from './unit.contract.ts'

interface Change {
  cluster: UnitSubject
  school: UnitSubject
  before: Stand
  after: Stand
}

/** A frozen list stays as it is, and who was a member in its year is part of it: such a change waits until it is lifted. */
export async function refuseFrozen(ctx: Context, { cluster, school, before, after }: Change): Promise<void> {
  const frozen = (await ctx.frozenYears?.(ctx, { districtId: school.districtId, schoolId: school.id })) ?? []
  const moved = yearsMoved(before.memberships, after.memberships, frozen)
  if (moved.length === 0) return
  const years = moved.map(({ schoolYear }) => schoolYear)
  throw organizationsProblems.yearFrozen({ school: school.name, cluster: cluster.name, years })
}
