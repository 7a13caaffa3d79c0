import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { noteRecorded, noteStale } from '#platform/facts.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listStockYears, listUncountedStock, STOCK, type StockYear } from './stock.sql.ts'

/** Whose figures change, and since when it is in stock. */
export interface Counted {
  districtId: number
  schoolId: number
  admittedOn: string | null
}

async function note(ctx: Context, years: readonly StockYear[], source: string): Promise<void> {
  const keys = years.map((year) => ({ ...year, source }))
  await ctx.asOwner(async (db) => {
    await noteRecorded(db, keys)
    await noteStale(db, keys)
  })
}

/** The figures of a course's school are to be counted anew: of the year in which it was admitted, and of its stock since. */
export async function noteCounted(ctx: Context, { districtId, schoolId, admittedOn }: Counted): Promise<void> {
  const schoolYear = schoolYearOf(admittedOn ?? ctx.today)
  await note(ctx, [{ districtId, schoolId, schoolYear }], 'courses.courses')
  await noteStock(ctx, { districtId, schoolId, admittedOn })
}

/** What is in stock counts in the year in which it was admitted, and in every later one that has a register. */
export async function noteStock(ctx: Context, { districtId, schoolId, admittedOn }: Counted): Promise<void> {
  const from = schoolYearOf(admittedOn ?? ctx.today)
  const years = await ctx.asOwner((db) => listStockYears(db, { districtId, schoolId, from }))
  await note(ctx, [...years, { districtId, schoolId, schoolYear: from }], STOCK)
}

/** Another school has taken the course over: that counts in the year in which it does so, at the school whose course it is. */
export const noteAdopted = (ctx: Context, { districtId, schoolId }: Omit<Counted, 'admittedOn'>): Promise<void> =>
  note(ctx, [{ districtId, schoolId, schoolYear: schoolYearOf(ctx.today) }], 'courses.courses')

/** A year's register has come in: from then on its stock is counted. */
export async function beginStock(ctx: Context): Promise<void> {
  const districtIds = await listDistrictIds(ctx.db)
  await note(ctx, await ctx.asOwner((db) => listUncountedStock(db, districtIds)), STOCK)
}
