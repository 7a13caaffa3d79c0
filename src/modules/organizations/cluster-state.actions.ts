import { isDeepStrictEqual } from 'node:util'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import { unlessReferred } from '#platform/database/savepoint.ts'
import {
  deleteMembershipsOf,
  deleteRosterOf,
  deleteUnits,
  insertMembershipRows,
  insertRosterRows,
  updateUnitsTo,
  type ClusterState,
} from './cluster-state.sql.ts'
import { frozenAmong, type FrozenSchool } from './frozen.actions.ts'
import type { Membership } from './membership.rules.ts'

/** The schools that a state of a cluster speaks of. */
export const schoolsIn = ({ units }: ClusterState): number[] =>
  units.filter(({ kind }) => kind === 'school').map(({ id }) => id as number)

interface Differences {
  members: boolean
  /** Schools and campuses by name; the id is the school's. */
  schools: { id: number; name: string }[]
}

/** What differs between two states of a cluster: its members, or schools. */
export function stateDifferences(a: ClusterState, b: ClusterState): Differences {
  const others = new Map(b.units.map((unit) => [unit['id'], unit]))
  const changed = a.units.filter((unit) => !isDeepStrictEqual(unit, others.get(unit['id'])))
  return {
    members: !isDeepStrictEqual([a.memberships, a.roster], [b.memberships, b.roster]),
    schools: changed.map(({ id, kind, parent_id: parent, name }) => ({
      id: Number(kind === 'campus' ? parent : id),
      name: String(name),
    })),
  }
}

export const isSameState = (a: ClusterState, b: ClusterState): boolean => isDeepStrictEqual(a, b)

/** The schools that a frozen list does not let pass from one state of a cluster to another, by name. */
export async function frozenBetween(
  ctx: Context,
  from: ClusterState,
  to: ClusterState,
): Promise<(FrozenSchool & { name: string })[]> {
  const schools = new Map([...to.units, ...from.units].map((unit) => [unit['id'] as number, unit]))
  const moved = [...schools.values()]
    .filter(({ kind }) => kind === 'school')
    .map((unit) => ({
      id: unit['id'] as number,
      districtId: unit['district_id'] as number,
      before: membershipsOf(from, unit['id']),
      after: membershipsOf(to, unit['id']),
    }))
  const frozen = await frozenAmong(ctx, moved)
  return frozen.map((school) => ({ ...school, name: String(schools.get(school.id)!['name']) }))
}

const membershipsOf = ({ memberships }: ClusterState, schoolId: unknown): Membership[] =>
  memberships
    .filter((row) => row['school_id'] === schoolId)
    .map((row) => ({
      role: row['role'] as Membership['role'],
      fromDay: row['from_day'] as string,
      untilDay: row['until_day'] as string | null,
    }))

/** Puts a cluster back to a state that it had; units that came since go, but for those that something refers to. */
export async function restoreClusterState(
  db: Db,
  clusterId: number,
  before: ClusterState,
  after: ClusterState,
): Promise<void> {
  await deleteMembershipsOf(db, clusterId)
  await insertMembershipRows(db, before.memberships)
  await deleteRosterOf(db, clusterId)
  await insertRosterRows(db, before.roster)
  await updateUnitsTo(db, before.units)
  const known = new Set(before.units.map(({ id }) => id))
  const fresh = after.units.filter(({ id }) => !known.has(id))
  for (const family of families(fresh)) await unlessReferred(db, () => deleteUnits(db, family))
}

/** A school with its campuses goes or stays as one; a campus of a school that was there already, by itself. */
function families(units: ClusterState['units']): number[][] {
  const of = (id: unknown) => units.filter(({ parent_id: parent }) => parent === id).map((unit) => unit['id'] as number)
  const ids = new Set(units.map(({ id }) => id))
  return units.filter(({ parent_id: parent }) => !ids.has(parent)).map(({ id }) => [id as number, ...of(id)])
}
