import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'

/** Under which a school's stock of courses and paths is on record. */
export const STOCK = 'courses.stock'

export interface StockYear {
  districtId: number
  schoolId: number
  schoolYear: number
}

const years = (where: RawBuilder<unknown>) => sql<StockYear>`
    select distinct r.district_id, r.school_id, r.school_year from platform.recorded r where ${where}`

/** The years, from one on, of which a school's stock or its register is on record. */
export const listStockYears = async (
  db: Db,
  { districtId, schoolId, from }: { districtId: number; schoolId: number; from: number },
): Promise<StockYear[]> =>
  (
    await years(sql`r.district_id = ${districtId} and r.school_id = ${schoolId} and r.school_year >= ${from}
      and r.source in (${STOCK}, 'people.teachers')`).execute(db)
  ).rows

/**
 * The years of which a school that has something in stock has a register, and no stock counted yet: a year begins to have
 * figures with its register.
 */
export const listUncountedStock = async (db: Db, districtIds: readonly number[]): Promise<StockYear[]> =>
  (
    await years(sql`r.district_id = any (${districtIds}::int[]) and r.source = 'people.teachers'
      and not exists (select from platform.recorded o where o.district_id = r.district_id and o.school_id = r.school_id
        and o.school_year = r.school_year and o.source = ${STOCK})
      and exists (select from (
          select e.admitted_on from courses.entry e where e.district_id = r.district_id and e.school_id = r.school_id
            and e.published > 0 and e.audience <> '本校'
          union all select p.admitted_on from courses.path p where p.district_id = r.district_id
            and p.school_id = r.school_id and p.published > 0) k
        where extract(year from k.admitted_on - interval '8 months') <= r.school_year)`).execute(db)
  ).rows
