import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import { deleteStale } from '#platform/facts.ts'
import type { Measure } from '#platform/measure.ts'
import {
  deleteCounters,
  deleteDistrictCounters,
  insertCounters,
  insertRollups,
  listRecorded,
  listRollupDifferences,
  listSchoolDifferences,
  listStaleDistricts,
  lockCounters,
  type Difference,
  type SchoolYear,
} from './counter.sql.ts'

/** Recounts what writes have noted stale in these districts, and nothing else. Cheap where nothing is stale. */
export async function freshen(ctx: Context, districtIds: readonly number[]): Promise<void> {
  const stale = await listStaleDistricts(ctx.db, districtIds)
  if (stale.length === 0) return
  await ctx.asOwner(async (db) => {
    for (const districtId of stale) await recountStale(db, districtId, ctx.measures)
  })
}

async function recountStale(db: Db, districtId: number, measures: readonly Measure[]): Promise<void> {
  await lockCounters(db, districtId)
  const stale = await deleteStale(db, districtId)
  const sources = new Set(stale.map(({ source }) => source))
  const touched = measures.filter(({ source, alsoFrom = [] }) => [source, ...alsoFrom].some((one) => sources.has(one)))
  if (touched.length === 0) return
  const keys = distinct(stale)
  await deleteCounters(db, districtId, namesOf(touched), keys)
  await count(db, districtId, touched, keys)
}

/** Counts everything of a district from scratch. */
export async function recountDistrict(ctx: Context, districtId: number): Promise<void> {
  await ctx.asOwner(async (db) => {
    await lockCounters(db, districtId)
    await deleteStale(db, districtId)
    await deleteDistrictCounters(db, districtId)
    await count(db, districtId, ctx.measures, distinct(await listRecorded(db, districtId)))
  })
}

/** Where a district's counters differ from a count from scratch; what is stale is recounted first, nothing else is changed. */
export async function checkDistrict(ctx: Context, districtId: number): Promise<Difference[]> {
  await freshen(ctx, [districtId])
  return ctx.asOwner(async (db) => {
    const keys = distinct(await listRecorded(db, districtId))
    const found: Difference[] = []
    for (const measure of ctx.measures) found.push(...(await listSchoolDifferences(db, districtId, measure, keys)))
    return [...found, ...(await listRollupDifferences(db, districtId, namesOf(ctx.measures), yearsOf(keys)))]
  })
}

async function count(
  db: Db,
  districtId: number,
  measures: readonly Measure[],
  keys: readonly SchoolYear[],
): Promise<void> {
  for (const measure of measures) await insertCounters(db, districtId, measure, keys)
  await insertRollups(db, districtId, namesOf(measures), yearsOf(keys))
}

const namesOf = (measures: readonly Measure[]) => measures.map(({ name }) => name)
const yearsOf = (keys: readonly SchoolYear[]) => [...new Set(keys.map(({ schoolYear }) => schoolYear))]

const distinct = (keys: readonly SchoolYear[]): SchoolYear[] => [
  ...new Map(keys.map(({ schoolId, schoolYear }) => [`${schoolId}/${schoolYear}`, { schoolId, schoolYear }])).values(),
]
