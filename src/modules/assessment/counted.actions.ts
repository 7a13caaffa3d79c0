import { schoolYearOf } from '#shared/school-year.ts'
import { grouped } from '#shared/group.ts'
import type { Context } from '#platform/context.ts'
import { cityOf } from '#platform/policies/book.ts'
import { listMembers, listMembersByCluster } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { freshen } from './counter.actions.ts'
import { countsOf, type Counts } from './figure.rules.ts'
import { listCounters, listGroupCounters, type CounterKey, type GroupCounter } from './figure.sql.ts'

/** What was counted of a unit, by school year: only years of which anything is on record. */
export interface Counted {
  byYear: ReadonlyMap<number, Counts>
  /** How many schools were members in each year; nothing for a district or city, which count by their districts. */
  members: ReadonlyMap<number, number>
}

/** The counters of a unit in some school years, fresh. One way for every kind of unit, so that a figure means the same in all. */
export async function readCounted(
  ctx: Context,
  unit: UnitSubject,
  schoolYears: readonly number[],
  measures?: readonly string[],
): Promise<Counted> {
  const keys = await keysOf(ctx, unit, schoolYears)
  await freshen(ctx, districtsOf(keys))
  const counters = await listCounters(ctx.db, keys, measures)
  const byYear = grouped(counters, ({ schoolYear }) => schoolYear)
  const members = isByDistrict(unit) ? [] : grouped(keys, ({ schoolYear }) => schoolYear)
  return {
    byYear: new Map([...byYear].sort(([a], [b]) => a - b).map(([year, rows]) => [year, countsOf(rows)])),
    members: new Map([...members].map(([year, schools]) => [year, schools.length])),
  }
}

/** The school years worth looking at: the coming one, of which a ledger may be ready, and the ten before it. */
export function recentYears(today: string): number[] {
  const next = schoolYearOf(today) + 1
  return Array.from({ length: 11 }, (_, back) => next - back)
}

/** What each unit below counts of some measures: the schools of a cluster, the clusters of a district, the districts of the city. */
export async function readGroups(
  ctx: Context,
  unit: UnitSubject,
  schoolYear: number,
  measures: readonly string[],
): Promise<GroupCounter[]> {
  const keys = await groupKeysOf(ctx, unit, schoolYear)
  await freshen(ctx, districtsOf(keys))
  return listGroupCounters(ctx.db, keys, measures)
}

const isByDistrict = ({ kind }: UnitSubject) => kind === 'city' || kind === 'district'

async function keysOf(ctx: Context, unit: UnitSubject, schoolYears: readonly number[]): Promise<CounterKey[]> {
  if (isByDistrict(unit)) return rollups(districtsIn(ctx, unit), schoolYears)
  const members = await listMembers(ctx.db, unit.id, schoolYears)
  return members.map((member) => ({ ...member, groupId: member.schoolId, unitId: member.schoolId }))
}

async function groupKeysOf(ctx: Context, unit: UnitSubject, schoolYear: number): Promise<CounterKey[]> {
  if (unit.kind !== 'district') return unit.kind === 'school' ? [] : keysOf(ctx, unit, [schoolYear])
  const members = await listMembersByCluster(ctx.db, unit.id, schoolYear)
  return members.map((member) => ({ ...member, groupId: member.clusterId, unitId: member.schoolId }))
}

function districtsIn(ctx: Context, unit: UnitSubject): number[] {
  if (unit.kind === 'district') return [unit.id]
  return [...(cityOf(ctx.policies, unit.id)?.region.districts.keys() ?? [])]
}

const rollups = (districtIds: readonly number[], schoolYears: readonly number[]): CounterKey[] =>
  districtIds.flatMap((id) =>
    schoolYears.map((schoolYear) => ({ groupId: id, districtId: id, unitId: id, schoolYear })),
  )

const districtsOf = (keys: readonly CounterKey[]) => [...new Set(keys.map(({ districtId }) => districtId))]
