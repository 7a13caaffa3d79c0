import type { Context } from '#platform/context.ts'
import { grouped } from '#shared/group.ts'
import { yearsMoved } from './change.rules.ts'
import type { Membership } from './membership.rules.ts'
import { painted, type Said } from './painting.actions.ts'
import { organizationsProblems } from './problems.ts'

/** A school with its memberships in one cluster before and after a change. */
interface Moved {
  id: number
  before: readonly Membership[]
  after: readonly Membership[]
}

/** A school that would be a member, or none, in years of which its list is frozen. */
export interface FrozenSchool {
  id: number
  years: number[]
}

/** A frozen list stays as it is, and who was a member in its year is part of it: the schools for which that would change. */
export async function frozenAmong(
  ctx: Context,
  moved: readonly (Moved & { districtId: number })[],
): Promise<FrozenSchool[]> {
  return movedAgainst(await frozenYearsOf(ctx, moved), moved)
}

const movedAgainst = (frozen: ReadonlyMap<number, number[]>, moved: readonly Moved[]): FrozenSchool[] =>
  moved.flatMap(({ id, before, after }) => {
    const years = yearsMoved(before, after, frozen.get(id) ?? []).map(({ schoolYear }) => schoolYear)
    return years.length > 0 ? [{ id, years }] : []
  })

async function frozenYearsOf(ctx: Context, schools: readonly { id: number; districtId: number }[]) {
  const asked = schools.map(({ id, districtId }) => ({ districtId, schoolId: id }))
  const frozen = asked.length > 0 ? ((await ctx.frozenYears?.(ctx, asked)) ?? []) : []
  const years = grouped(frozen, ({ schoolId }) => schoolId)
  return new Map([...years].map(([id, of]) => [id, of.map(({ schoolYear }) => schoolYear).sort()]))
}

/** Of what a year's ledger says, that which a frozen list does not let be. */
export async function frozenAgainst(
  ctx: Context,
  clusterId: number,
  schoolYear: number,
  said: readonly Said[],
): Promise<FrozenSchool[]> {
  const frozen = await frozenYearsOf(ctx, said)
  const concerned = said.filter(({ id }) => frozen.has(id))
  return concerned.length > 0 ? movedAgainst(frozen, await painted(ctx.db, clusterId, schoolYear, concerned)) : []
}

interface Change {
  cluster: { name: string }
  school: { id: number; districtId: number; name: string }
  before: { memberships: readonly Membership[] }
  after: { memberships: readonly Membership[] }
}

/** Such a change waits until the freeze is lifted. */
export async function refuseFrozen(ctx: Context, { cluster, school, before, after }: Change): Promise<void> {
  const { id, districtId, name } = school
  const moved = { id, districtId, before: before.memberships, after: after.memberships }
  const [frozen] = await frozenAmong(ctx, [moved])
  if (frozen) throw organizationsProblems.yearFrozen({ school: name, cluster: cluster.name, years: frozen.years })
}
