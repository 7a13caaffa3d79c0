import type { Context } from '#platform/context.ts'
import { noteRecorded, noteStale } from '#platform/facts.ts'
import { listReferences } from '#platform/references.ts'
import { refuse } from '#shared/problem.ts'
import { restore } from './change.actions.ts'
import { inWayOf, joinedDays } from './double.rules.ts'
import {
  deleteProfiles,
  listClustersEver,
  updateCampusesTo,
  updateContactsTo,
  updateDutiesTo,
  updateMergedInto,
  updateProfilesTo,
} from './double.sql.ts'
import { listKeptYears, listMemberships } from './membership.sql.ts'
import { organizationsProblems } from './problems.ts'
import type { UnitSubject } from './unit.contract.ts'

/** Counters are counted anew, and what organizations itself keeps moves along. */
const movesAlong = ['organizations', 'assessment.counter']

/** What of other modules names the double still: while there is anything, the two are not merged. */
export const readInWay = async (ctx: Context, double: UnitSubject): Promise<string[]> =>
  inWayOf(await ctx.asOwner((db) => listReferences(db, double.id, movesAlong)))

/**
 * Merges a school that was recorded twice: years, days of membership, campuses, contacts and turns go to the one that
 * stays; the double stays readable under its number and points there.
 */
export async function mergeDouble(ctx: Context, double: UnitSubject, into: UnitSubject): Promise<string> {
  if (double.id === into.id) throw organizationsProblems.mergeSelf()
  const inWay = await readInWay(ctx, double)
  refuse(inWay.length > 0 ? organizationsProblems.mergeInWay({ inWay }) : undefined)
  // No fact about a person moves: the wall, which hides what either school's readers do not see, decides nothing here.
  await ctx.asOwner((db) => moveAll({ ...ctx, db }, double, into))
  const told = `${double.name}已并入${into.name}`
  ctx.note({
    districtId: double.districtId,
    unitId: into.id,
    subjectId: String(double.id),
    change: told,
    before: double,
  })
  return told
}

async function moveAll(ctx: Context, double: UnitSubject, into: UnitSubject): Promise<void> {
  const { db } = ctx
  const moved =
    double.districtId === into.districtId ? await updateProfilesTo(db, into.districtId, double.id, into.id) : []
  const gone = await deleteProfiles(db, double.districtId, double.id)
  for (const clusterId of await listClustersEver(db, double.id)) await moveDays(ctx, clusterId, double.id, into.id)
  await updateCampusesTo(db, double.id, into.id)
  if (double.districtId === into.districtId) await updateContactsTo(db, into.districtId, double.id, into.id)
  await updateDutiesTo(db, double.id, into.id)
  await updateMergedInto(db, double.id, into.id, ctx.today)
  const source = 'organizations.schools'
  const keyOf =
    ({ id, districtId }: UnitSubject) =>
    (schoolYear: number) => ({ districtId, schoolId: id, schoolYear, source })
  await noteRecorded(db, moved.map(keyOf(into)))
  await noteStale(db, [...moved.map(keyOf(into)), ...[...moved, ...gone].map(keyOf(double))])
}

async function moveDays(ctx: Context, clusterId: number, doubleId: number, intoId: number): Promise<void> {
  const stands = await listMemberships(ctx.db, clusterId, [doubleId, intoId])
  const of = (id: number) =>
    stands.filter(({ schoolId }) => schoolId === id).map(({ role, fromDay, untilDay }) => ({ role, fromDay, untilDay }))
  const kept = await listKeptYears(ctx.db, clusterId, [doubleId, intoId])
  const keptYears = [...new Set(kept.map(({ schoolYear }) => schoolYear))]
  await restore(ctx, [
    { clusterId, schoolId: doubleId, memberships: [], keptYears: [] },
    { clusterId, schoolId: intoId, memberships: joinedDays(of(intoId), of(doubleId)), keptYears },
  ])
}
