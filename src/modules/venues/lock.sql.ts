import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

/** The number by which a venue is locked; whoever books shares it, whoever changes or moves has it alone. */
export const venueLock = (column: string) => sql`hashtextextended(${sql.ref(column)}::text, 0)`

/** Has the venues alone until the transaction ends: nobody takes a time of theirs meanwhile. In one order, against dead-locks. */
export async function lockVenues(db: Db, venueIds: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(${venueLock('v.id')})
    from (select distinct unnest(${venueIds}::uuid[]) as id order by 1) v`.execute(db)
}
