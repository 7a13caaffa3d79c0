import type { Role } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { isCluster, listUnits } from '#modules/organizations/index.ts'
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
    expertIds: of('expert'),
    schoolIds: schools.map(({ id }) => id),
    clusterIds: unique([...clusters.map(({ id }) => id), ...schools.flatMap(({ clusterIds }) => clusterIds)]),
    homeDistrictIds: unique(units.map(({ districtId }: UnitSubject) => districtId)),
  }
}

const idsOf = (grants: readonly Grant[], roles: readonly Role[]): number[] =>
  grants.filter(({ role }) => roles.includes(role)).map(({ unitId }) => unitId)

const unique = (ids: readonly number[]): number[] => [...new Set(ids)]
