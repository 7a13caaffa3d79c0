import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import { noteRecorded, noteStale } from '#platform/facts.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listUncounted, markLapsed } from './counted.sql.ts'

/** What the figures of this module are counted from. */
export const sources = {
  months: 'pupil-services.months',
  parentSchools: 'pupil-services.parent-schools',
  aid: 'pupil-services.aid',
  activities: 'pupil-services.activities',
} as const
type Source = (typeof sources)[keyof typeof sources]

export interface Touched {
  districtId: number
  schoolId: number
  schoolYear: number
}

/** The figures of these schools and years are counted anew, and for the first time where they were not yet. */
export const noteCounted = (ctx: Context, source: Source, touched: readonly Touched[]): Promise<void> =>
  ctx.asOwner(async (db) => {
    await noteStale(
      db,
      touched.map((one) => ({ ...one, source })),
    )
    await beginToCount(db, [...new Set(touched.map(({ districtId }) => districtId))])
  })

/** A year begins to have figures with its list of schools: what was told before that counts from then on. */
async function beginToCount(db: Db, districtIds: readonly number[]): Promise<void> {
  const keys = await listUncounted(db, districtIds)
  await noteRecorded(db, keys)
  await noteStale(db, keys)
}

/** The work of every hour: what has expired no longer counts, what a year's list of schools waited for does. */
export async function lapseAll(ctx: Context): Promise<void> {
  await ctx.asOwner(async (db) => {
    const districtIds = await listDistrictIds(db)
    const lapsed = await markLapsed(db, districtIds, ctx.today)
    await noteStale(
      db,
      lapsed.map((one) => ({ ...one, source: sources.aid })),
    )
    await beginToCount(db, districtIds)
  })
}
