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
  listRecordedYears,
  listRollupDifferences,
  listSchoolDifferences,
  listStaleDistricts,
  lockCounters,
  type Difference,
  type SchoolsOfYear,
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
  for (const { sources, ...of } of await deleteStale(db, districtId)) {
    const touched = measures.filter((measure) => isCountedFrom(measure, sources))
    if (touched.length === 0) continue
    await deleteCounters(db, of, namesOf(touched))
    await count(db, of, touched)
  }
}

const isCountedFrom = ({ source, alsoFrom = [] }: Measure, sources: readonly string[]) =>
  [source, ...alsoFrom].some((one) => sources.includes(one))

/** Counts everything of a district from scratch. */
export async function recountDistrict(ctx: Context, districtId: number): Promise<void> {
  await ctx.asOwner(async (db) => {
    await lockCounters(db, districtId)
    await deleteStale(db, districtId)
    await deleteDistrictCounters(db, districtId)
    for (const of of await listRecordedYears(db, districtId)) await count(db, of, ctx.measures)
  })
}

async function count(db: Db, of: SchoolsOfYear, measures: readonly Measure[]): Promise<void> {
  for (const { measure, schoolIds } of await handedIn(db, of, measures))
    if (schoolIds.length > 0) await insertCounters(db, { ...of, schoolIds }, measure)
  await insertRollups(db, of, namesOf(measures))
}

/** The measures, each with the schools that handed in what it is counted from. */
async function handedIn(db: Db, of: SchoolsOfYear, measures: readonly Measure[]) {
  const recorded = new Map((await listRecorded(db, of)).map(({ source, schoolIds }) => [source, schoolIds]))
  return measures.map((measure) => ({ measure, schoolIds: recorded.get(measure.source) ?? [] }))
}

/** Where a district's counters differ from a count from scratch; what is stale is recounted first, nothing else is changed. */
export async function checkDistrict(ctx: Context, districtId: number): Promise<Difference[]> {
  await freshen(ctx, [districtId])
  return ctx.asOwner(async (db) => {
    const found: Difference[] = []
    for (const of of await listRecordedYears(db, districtId)) {
      for (const { measure, schoolIds } of await handedIn(db, of, ctx.measures))
        found.push(...(await listSchoolDifferences(db, { ...of, schoolIds }, measure)))
      found.push(...(await listRollupDifferences(db, of)))
    }
    return found
  })
}

const namesOf = (measures: readonly Measure[]) => measures.map(({ name }) => name)
