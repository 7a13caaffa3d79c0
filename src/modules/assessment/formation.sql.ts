import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Flow } from '#platform/flow.ts'
import type { MeasureScope } from '#platform/measure.ts'

export interface Link {
  from: number
  to: number
  weight: number
}

/** What went between schools, the most first. */
export async function listLinks(db: Db, flow: Flow, scope: MeasureScope): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select f.from_school_id as "from", f.to_school_id as "to", sum(f.weight)::int as weight
    from (${flow.select(scope)}) f
    group by 1, 2 order by 3 desc, 1, 2`.execute(db)
  return rows
}
