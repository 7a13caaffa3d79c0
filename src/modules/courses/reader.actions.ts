import type { Role } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { listAccountsAt } from '#modules/identity/index.ts'
import { isCluster, listClusters, listUnits } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { Reader } from './visible.rules.ts'

type Grant = Context['actor']['grants'][number]

/** Where the one who asks stands; whoever keeps accounts stands nowhere by that. */
export async function readerOf(ctx: Context): Promise<Reader> {
  const grants = ctx.actor.grants.filter(({ role }) => role !== 'administrator')
  const ids = grants.map(({ unitId }) => unitId)
  const units = ids.length > 0 ? await listUnits(ctx.db, [...new Set(ids)], ctx.today) : []
  const clusters = units.filter(isCluster)
  const schools = units.filter(({ kind }) => kind === 'school')
  const of = (...roles: Role[]) => idsOf(grants, roles)
  return {
    all: of('city-officer').length > 0,
    districtIds: of('district-officer'),
    officeIds: of('cluster-office'),
    expertIds: await expertIn(ctx, grants),
    schoolIds: schools.map(({ id }) => id),
    clusterIds: unique([...clusters.map(({ id }) => id), ...schools.flatMap(({ clusterIds }) => clusterIds)]),
    homeDistrictIds: unique(units.map(({ districtId }: UnitSubject) => districtId)),
  }
}

/** Of a district's expert every cluster of it. */
async function expertIn(ctx: Context, grants: readonly Grant[]): Promise<number[]> {
  const own = grants.filter(({ role }) => role === 'expert')
  const districtIds = own.filter(({ unitKind }) => unitKind === 'district').map(({ unitId }) => unitId)
  const clusters = districtIds.length > 0 ? await listClusters(ctx.db) : []
  const below = clusters.filter(({ districtId }) => districtIds.includes(districtId)).map(({ id }) => id)
  return unique([...own.map(({ unitId }) => unitId), ...below])
}

/** The clusters, of these, that have no expert of their own nor of their district. */
export async function expertlessOf(
  ctx: Context,
  clusters: readonly { clusterId: number; districtId: number }[],
): Promise<number[]> {
  const unitIds = unique(clusters.flatMap(({ clusterId, districtId }) => [clusterId, districtId]))
  const asked = { unitIds, roles: ['expert'] as const, today: ctx.today }
  const found = unitIds.length > 0 ? await ctx.asOwner((db) => listAccountsAt(db, asked)) : []
  const at = new Set(found.map(({ unitId }) => unitId))
  return clusters.flatMap(({ clusterId, districtId }) => (at.has(clusterId) || at.has(districtId) ? [] : [clusterId]))
}

/** Whether something is with the experts where there are none. */
export const lacksExperts = async (
  ctx: Context,
  { state, clusterId, districtId }: { state: string; clusterId: number; districtId: number },
): Promise<boolean> => state === '专家评审' && (await expertlessOf(ctx, [{ clusterId, districtId }])).length > 0

const idsOf = (grants: readonly Grant[], roles: readonly Role[]): number[] =>
  grants.filter(({ role }) => roles.includes(role)).map(({ unitId }) => unitId)

const unique = (ids: readonly number[]): number[] => [...new Set(ids)]
