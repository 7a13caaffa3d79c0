import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Candidate, Measure, MeasureScope } from '#platform/measure.ts'

/** Which candidates of a measure are listed. */
export interface RowFilter {
  measure: Measure
  scope: MeasureScope
  part: string | undefined
}

export interface RowOrder {
  /** 'school', 'subject', 'part', 'reason' or the key of a column of the measure; anything else is as 'school'. */
  by: string
  descending: boolean
}

export type FoundRow = Omit<Candidate, 'schoolYear' | 'subjectOrder'> & { school: string }

/**
 * Candidates in order, from the one after `after` (a fact's id) on; none when that one is not in the list any more.
 * The place is looked up by the id, so that no masked name travels in an address.
 */
export async function listRows(
  db: Db,
  filter: RowFilter & { counted: boolean },
  order: RowOrder,
  page: { after: string | undefined; limit: number | undefined },
): Promise<FoundRow[]> {
  const direction = sql.raw(order.descending ? 'desc' : 'asc')
  const beyond = sql.raw(order.descending ? '<' : '>')
  const place = sql`sort_key, school_pinyin, subject_order collate "C", fact_id collate "C"`
  const start =
    page.after === undefined
      ? sql`true`
      : sql`
    (${place}) ${beyond} (select ${place} from listed where fact_id = ${page.after})`
  const limit = page.limit === undefined ? sql`` : sql`limit ${page.limit}`
  const { rows } = await sql<FoundRow>`
    with listed as materialized (
      select c.*, u.name as school, u.pinyin collate "C" as school_pinyin, ${sortKey(filter.measure, order.by)} as sort_key
      from (${candidates(filter)}) c join organizations.unit u on u.id = c.school_id
      where c.counted = ${filter.counted})
    select district_id, school_id, school, fact_id, subject_id, subject, part, weight, counted, reason, cells
    from listed where ${start}
    order by sort_key ${direction}, school_pinyin ${direction}, subject_order collate "C" ${direction},
      fact_id collate "C" ${direction}
    ${limit}`.execute(db)
  return rows
}

/** How many candidates are counted and how many left out. */
export async function countRows(db: Db, filter: RowFilter): Promise<{ counted: number; leftOut: number }> {
  const { rows } = await sql<{ counted: number; leftOut: number }>`
    select count(*) filter (where c.counted) as counted, count(*) filter (where not c.counted) as left_out
    from (${candidates(filter)}) c`.execute(db)
  return rows[0]!
}

function candidates({ measure, scope, part }: RowFilter): RawBuilder<unknown> {
  const chosen = part === undefined ? sql`` : sql`where m.part = ${part}`
  return sql`select m.* from (${measure.select(scope)}) m ${chosen}`
}

/** Columns are named by the measure itself, so nothing of the request gets into the statement but as a parameter. */
function sortKey({ columns }: Measure, by: string): RawBuilder<unknown> {
  const column = columns.find(({ key }) => key === by)
  if (column?.kind === 'number') return sql`coalesce((c.cells ->> ${column.key})::numeric, -1)`
  // Among rows that hide it, the order would tell it.
  if (column?.personal === 'ground') return sql`''`
  if (column) return sql`coalesce(c.cells ->> ${column.key}, '') collate "C"`
  if (by === 'subject') return sql`c.subject_order collate "C"`
  if (by === 'part' || by === 'reason') return sql`${sql.ref(`c.${by}`)} collate "C"`
  return sql`u.pinyin collate "C"`
}
