import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { inScope, type MeasureScope } from '#platform/measure.ts'
import { TOLD_BY_EVENT } from './activity.rules.ts'

/** What a union's name or a theme is told apart by, as `labelKey` has it. */
export const nameKey = (name: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`lower(regexp_replace(normalize(${name}, nfkc), '\\s', '', 'g'))`

/**
 * The activities of a scope, each with why it does not count at all ('' where it may): measures judge by this. Of rows of a
 * workbook as many tell again of events as the union held on that day, in that form, on that theme; an event that does not
 * count takes nothing away from the workbook.
 */
export const judgedActivities = (scope: MeasureScope): RawBuilder<unknown> => sql`(
  select w.*, case when w.left_out is not null then w.left_out
    when w.event_id is null and w.n <= w.told then ${TOLD_BY_EVENT} else '' end as verdict
  from (
    select k.*, row_number() over (partition by k.district_id, k.cluster_id, k.held_on, k.form, k.union_key, k.theme_key,
        k.event_id is null order by k.source_row, k.id) as n,
      count(k.event_id) filter (where k.left_out is null) over (partition by k.district_id, k.cluster_id, k.held_on, k.form,
        k.union_key, k.theme_key) as told
    from (
      select a.*, ${nameKey(sql`a.union_name`)} as union_key, ${nameKey(sql`a.theme`)} as theme_key
      from teaching_research.activity a where ${inScope('a', scope)}) k) w)`

export interface EventOfDay {
  heldOn: string
  unionName: string
  form: string
  theme: string
}

/** What was held on these days and counts, of what the workbook of a cluster repeats. */
export async function listHeldOn(
  db: Db,
  { districtIds, clusterId }: { districtIds: readonly number[]; clusterId: number },
  days: readonly string[],
): Promise<EventOfDay[]> {
  const { rows } = await sql<EventOfDay>`
    select held_on, union_name, form, theme from teaching_research.activity
    where district_id = any (${districtIds}::int[]) and cluster_id = ${clusterId} and held_on = any (${days}::date[])
      and event_id is not null and left_out is null`.execute(db)
  return rows
}
