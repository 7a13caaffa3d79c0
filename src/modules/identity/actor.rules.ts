import type { Actor, Place, Reach, Role } from '#shared/access.ts'

/** A grant in force, with what its unit reaches in the organization tree today. */
export interface GrantInForce {
  role: Role
  unitId: number
  unitKind: string
  unitName: string
  aboveAll: boolean
  districtIds: readonly number[]
  clusterIds: readonly number[]
  memberIds: readonly number[]
  everMemberIds: readonly number[]
}

interface Reaches {
  sees: Reach
  names: Reach
}

const nowhere: Reach = { all: false, districtIds: [], schoolIds: [] }
const schools = (...ids: (readonly number[])[]): Reach => ({ ...nowhere, schoolIds: ids.flat() })
const everyone = ({ aboveAll, districtIds }: GrantInForce): Reach => ({ all: aboveAll, districtIds, schoolIds: [] })

const officer = (grant: GrantInForce): Reaches => ({ sees: everyone(grant), names: everyone(grant) })
const ofSchool = ({ memberIds, unitId }: GrantInForce): Reaches => ({
  sees: schools(memberIds),
  names: schools([unitId]),
})

/** Whose persons a role opens, masked (sees) or by name (names). */
const reachOf: Record<Role, (grant: GrantInForce) => Reaches> = {
  'city-officer': officer,
  'district-officer': officer,
  // Past years of the cluster hold persons of schools that have left it since.
  'cluster-office': ({ memberIds, everMemberIds }) => ({
    sees: schools(everMemberIds),
    names: schools(memberIds),
  }),
  principal: ofSchool,
  liaison: ofSchool,
  teacher: ({ memberIds }) => ({ sees: schools(memberIds), names: nowhere }),
  expert: (grant) => ({ sees: { ...everyone(grant), schoolIds: grant.memberIds }, names: nowhere }),
  administrator: () => ({ sees: nowhere, names: nowhere }),
}

/** The account with its roles expanded over the organization tree, as every policy asks it. */
export function actorOf(account: { id: string; name: string }, grants: readonly GrantInForce[]): Actor {
  const reaches = grants.map((grant) => reachOf[grant.role](grant))
  const clusters = new Set(grants.filter(({ role }) => role !== 'administrator').flatMap((grant) => grant.clusterIds))
  return {
    id: account.id,
    name: account.name,
    grants: grants.map(({ role, unitId, unitKind, unitName }) => ({ role, unitId, unitKind, unitName })),
    holds: (roles, place) => grants.some((grant) => roles.includes(grant.role) && covers(grant, place)),
    belongs: (clusterId) => clusters.has(clusterId),
    sees: joined(reaches.map(({ sees }) => sees)),
    names: joined(reaches.map(({ names }) => names)),
  }
}

const covers = ({ unitId, districtIds }: GrantInForce, place: Place): boolean =>
  unitId === place.unitId || districtIds.includes(place.districtId) || (place.clusterIds ?? []).includes(unitId)

function joined(reaches: readonly Reach[]): Reach {
  if (reaches.some(({ all }) => all)) return { ...nowhere, all: true }
  const each = (key: 'districtIds' | 'schoolIds') => [...new Set(reaches.flatMap((reach) => reach[key]))]
  return { all: false, districtIds: each('districtIds'), schoolIds: each('schoolIds') }
}

/** At which kinds of units a role makes sense. */
export const placesOf: Record<Role, readonly string[]> = {
  'city-officer': ['city'],
  'district-officer': ['district'],
  'cluster-office': ['cluster', 'group'],
  principal: ['school'],
  liaison: ['school'],
  teacher: ['school'],
  expert: ['city', 'district', 'cluster', 'group', 'school'],
  administrator: ['city'],
}

export const kindNames: Record<string, string> = {
  city: '市',
  district: '区',
  cluster: '学区',
  group: '集团',
  school: '学校',
}
