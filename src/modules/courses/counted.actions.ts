import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { noteRecorded, noteStale } from '#platform/facts.ts'
import type { EntryRow } from './entry.sql.ts'

/** The figures of its school are to be counted anew, of the year in which it was admitted. */
export async function noteCounted(
  ctx: Context,
  { districtId, schoolId, admittedOn }: Pick<EntryRow, 'districtId' | 'schoolId' | 'admittedOn'>,
): Promise<void> {
  const schoolYear = schoolYearOf(admittedOn ?? ctx.today)
  const keys = [{ districtId, schoolId, schoolYear, source: 'courses.courses' }]
  await ctx.asOwner(async (db) => {
    await noteRecorded(db, keys)
    await noteStale(db, keys)
  })
}
