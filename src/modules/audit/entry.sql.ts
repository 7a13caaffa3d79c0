import { sql, type RawBuilder } from 'kysely'
import { dayAfter } from '#shared/day.ts'
import type { Db } from '#platform/database/database.ts'
import type { EntryFilter } from './entry.contract.ts'
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

/**
 * Whose entries: of whole districts (0 is the platform itself), or of single units. Where `verbs` is given, of the
 * districts only what these endpoints wrote.
 */
export type Scope =
  | { districtIds: readonly number[]; verbs?: readonly string[] }
  | { units: readonly { districtId: number; unitId: number }[] }

export interface EntryQuery {
  scope: Scope
  filter: EntryFilter
  /** Endpoints whose lines are left out. */
  without: readonly string[]
  before: Place | undefined
  limit: number
}

/** The newest entries before a place: each district or unit gives its newest from the index, the newest of those stay. */
export async function listEntries(db: Db, { scope, filter, without, before, limit }: EntryQuery): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select e.* from ${scopeRows(scope)}
    cross join lateral (
      select a.id, a.at, a.actor_name, a.title, a.unit_id, a.result, a.facts from platform.audit a
      where a.district_id = s.district_id ${'units' in scope ? sql`and a.unit_id = s.unit_id` : sql``}
        and ${before ? sql`(a.at, a.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql`true`}
        ${'verbs' in scope ? sql`and (a.district_id = 0 or a.verb = any (${scope.verbs}::text[]))` : sql``}
        and a.verb <> all (${without}::text[]) and ${sql.join(conditions(filter), sql` and `)}
      order by a.at desc, a.id desc limit ${limit}) e
    order by e.at desc, e.id desc limit ${limit}`.execute(db)
  return rows
}

const startOf = (day: string) => sql`${`${day}T00:00:00+08:00`}::timestamptz`

function conditions({ who, kind, place, result, from, until, q }: EntryFilter): RawBuilder<unknown>[] {
  return [
    sql`true`,
    ...(who ? [sql`strpos(lower(a.actor_name), lower(${who})) > 0`] : []),
    ...(kind ? [sql`a.title = ${kind}`] : []),
    ...(place ? [sql`a.unit_id = ${place}`] : []),
    ...(result ? [sql`a.result = ${result}`] : []),
    ...(from ? [sql`a.at >= ${startOf(from)}`] : []),
    ...(until ? [sql`a.at < ${startOf(dayAfter(until))}`] : []),
    ...(q ? [sql`strpos(lower(a.facts::text), lower(${q})) > 0`] : []),
  ]
}

function scopeRows(scope: Scope): RawBuilder<unknown> {
  if ('districtIds' in scope) return sql`unnest(${scope.districtIds}::int[]) as s (district_id)`
  const { units } = scope
  return sql`unnest(${units.map(({ districtId }) => districtId)}::int[], ${units.map(({ unitId }) => unitId)}::int[])
    as s (district_id, unit_id)`
}

export interface Look {
  at: Date
  title: string
  result: 'done' | 'refused'
  /** As whom they looked: 颛桥镇学区 学区办. */
  as: string
}

/** Who looked at one person, and what was done about them, the latest first. */
export async function listLooks(db: Db, districtId: number, subjectId: string, limit: number): Promise<Look[]> {
  const { rows } = await sql<Look>`
    select a.at, a.title, a.result, coalesce(a.facts->>'as', a.actor_name) as "as" from platform.audit a
    where a.district_id = ${districtId} and a.subject_id = ${subjectId}
    order by a.at desc, a.id desc limit ${limit}`.execute(db)
  return rows
}

/** How many lines of the record tell what an account did, and since when. */
export async function countOwnEntries(
  db: Db,
  districtIds: readonly number[],
  accountId: string,
): Promise<{ lines: number; since: Date | null }> {
  const { rows } = await sql<{ lines: number; since: Date | null }>`
    select count(*)::int as lines, min(at) as since from platform.audit
    where district_id = any (${districtIds}::int[]) and account_id = ${accountId}`.execute(db)
  return rows[0]!
}
