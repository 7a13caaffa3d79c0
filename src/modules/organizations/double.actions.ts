import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import { noteRecorded, noteStale } from '#platform/facts.ts'
import { listReferences } from '#platform/references.ts'
import { grouped } from '#shared/group.ts'
import { refuse } from '#shared/problem.ts'
import { restore, standOf } from './change.actions.ts'
import type { Stand } from './change.sql.ts'
import { deleteClasses, updateClassesTo } from './class.sql.ts'
import { frozenWords, inWayOf, joinedDays } from './double.rules.ts'
import {
  deleteProfiles,
  listClustersEver,
  updateCampusesTo,
  updateContactsTo,
  updateDutiesTo,
  updateMergedInto,
  updateProfilesTo,
} from './double.sql.ts'
import { frozenAmong } from './frozen.actions.ts'
import { organizationsProblems } from './problems.ts'
import type { UnitSubject } from './unit.contract.ts'

/** Counters are counted anew, and what organizations itself keeps moves along. */
const movesAlong = ['organizations', 'assessment.counter']

/** What stands in the way of merging the double into the other: frozen lists, and what of other modules names it still. */
export async function readInWay(ctx: Context, double: UnitSubject, into: UnitSubject): Promise<string[]> {
  const frozen = await frozenLists(ctx, double, into)
  return [...frozen.map(({ school, years }) => frozenWords(school, years)), ...(await readReferences(ctx, double))]
}

const readReferences = async (ctx: Context, double: UnitSubject): Promise<string[]> =>
  inWayOf(await ctx.asOwner((db) => listReferences(db, double.id, movesAlong)))

/** Which of the two would be a member, or none, in years of which its list is frozen. */
async function frozenLists(ctx: Context, double: UnitSubject, into: UnitSubject) {
  const days = await ctx.asOwner((db) => daysOf(db, double.id, into.id))
  const moved = days.flatMap(({ before, after }) =>
    [double, into].map((school, at) => ({
      id: school.id,
      districtId: school.districtId,
      before: before[at]!.memberships,
      after: after[at]!.memberships,
    })),
  )
  const frozen = grouped(await frozenAmong(ctx, moved), ({ id }) => id)
  return [double, into].flatMap(({ id, name }) => {
    const years = [...new Set((frozen.get(id) ?? []).flatMap((one) => one.years))].sort()
    return years.length > 0 ? [{ school: name, years }] : []
  })
}

/**
 * Merges a school that was recorded twice: years, classes, days of membership, campuses, contacts and turns go to the one
 * that stays; the double stays readable under its number and points there.
 */
export async function mergeDouble(ctx: Context, double: UnitSubject, into: UnitSubject): Promise<string> {
  if (double.id === into.id) throw organizationsProblems.mergeSelf()
  const [frozen] = await frozenLists(ctx, double, into)
  refuse(frozen ? organizationsProblems.mergeFrozen(frozen) : undefined)
  const inWay = await readReferences(ctx, double)
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
  if (double.districtId === into.districtId) await updateClassesTo(db, into.districtId, double.id, into.id)
  await deleteClasses(db, double.districtId, double.id)
  for (const { after } of await daysOf(db, double.id, into.id)) await restore(ctx, after)
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

interface Days {
  before: readonly [double: Stand, into: Stand]
  after: readonly [double: Stand, into: Stand]
}

/** In every cluster where the double is or was: how both stand, and how they would. */
async function daysOf(db: Db, doubleId: number, intoId: number): Promise<Days[]> {
  const days: Days[] = []
  for (const clusterId of await listClustersEver(db, doubleId)) {
    const before = [await standOf({ db }, clusterId, doubleId), await standOf({ db }, clusterId, intoId)] as const
    days.push({ before, after: joinedStands(...before) })
  }
  return days
}

const joinedStands = (double: Stand, into: Stand): Days['after'] => [
  { ...double, memberships: [], keptYears: [] },
  {
    ...into,
    memberships: joinedDays(into.memberships, double.memberships),
    keptYears: [...new Set([...into.keptYears, ...double.keptYears])],
  },
]
