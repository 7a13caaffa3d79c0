import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import { beginToCount, noteStale } from '#platform/facts.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { recordStudio, removeStudio } from '#modules/teaching-research/index.ts'
import { deleteCounting, insertCounting, listUncounted } from './counting.sql.ts'
import { RETIRED } from './line.contract.ts'
import { SOURCE } from './measures.sql.ts'
import { yearsWorked } from './studio.rules.ts'
import { findStudio, type StudioKey, type StudioRow } from './studio.sql.ts'

/** The studio is in the ledger of each school year in which it has worked by now, as it is called now, and of no other. */
export async function settleStudio(ctx: Context, { districtId, id }: StudioKey): Promise<void> {
  await ctx.asOwner(async (db) => {
    const row = (await findStudio(db, [districtId], id))!
    const districtIds = await listDistrictIds(db)
    const was = await removeStudio(db, districtIds, id)
    await deleteCounting(db, districtIds, row)
    await insertCounting(db, row)
    await noteStale(db, was.map((key) => ({ ...key, source: SOURCE }))) // prettier-ignore
    for (const year of yearsWorked(row, ctx.today)) await count(ctx, db, row, year)
  })
}

/** A new school year, or the first day of a studio, has come: it counts from now on. */
export async function countStudios(ctx: Context): Promise<void> {
  const year = schoolYearOf(ctx.today)
  await ctx.asOwner(async (db) => {
    for (const { districtId, id } of await listUncounted(db, await listDistrictIds(db), { today: ctx.today, year })) {
      const row = await findStudio(db, [districtId], id)
      if (row) await count(ctx, db, row, year)
    }
  })
}

async function count(ctx: Context, db: Db, row: StudioRow, schoolYear: number): Promise<void> {
  const { id: studioId, clusterId, kind, name, schoolId, schoolDistrictId: districtId } = row
  await recordStudio(db, { districtId, id: ctx.newId(), studioId, clusterId, schoolYear, kind, name, schoolId })
  if (row.line !== RETIRED) return
  const key = { districtId, schoolId, schoolYear, source: SOURCE }
  await beginToCount(db, [key])
  await noteStale(db, [key])
}
