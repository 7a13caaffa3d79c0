import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Place } from './entry.rules.ts'

export interface Entry {
  id: string
  at: Date
  actorName: string
  title: string
  unitId: number | null
  result: 'done' | 'refused'
  facts: Record<string, unknown>
}

/** Whose entries: of whole districts (0 is the platform itself), or of single units. */
export type Scope = { districtIds: readonly number[] } | { units: readonly { districtId: number; unitId: number }[] }

/** The newest entries before a place: each district or unit gives its newest from the index, the newest of those stay. */
export async function listEntries(db: Db, scope: Scope, before: Place | undefined, limit: number): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select e.* from ${scopeRows(scope)}
    cross join lateral (
      select a.id, a.at, a.actor_name, a.title, a.unit_id, a.result, a.facts from platform.audit a
      where a.district_id = s.district_id ${'units' in scope ? sql`and a.unit_id = s.unit_id` : sql``}
        and ${before ? sql`(a.at, a.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql`true`}
      order by a.at desc, a.id desc limit ${limit}) e
    order by e.at desc, e.id desc limit ${limit}`.execute(db)
  return rows
}

function scopeRows(scope: Scope): RawBuilder<unknown> {
  if ('districtIds' in scope) return sql`unnest(${scope.districtIds}::int[]) as s (district_id)`
  const { units } = scope
  return sql`unnest(${units.map(({ districtId }) => districtId)}::int[], ${units.map(({ unitId }) => unitId)}::int[])
    as s (district_id, unit_id)`
}
