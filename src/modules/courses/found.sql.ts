import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Reader } from './visible.rules.ts'
import { visibleTo } from './visible.sql.ts'

/** A course as a list shows it. */
export interface FoundRow {
  id: string
  name: string
  schoolId: number
  school: string
  partners: string[]
  stages: string[]
  subject: string | null
  theme: string | null
  kinds: string[]
  audience: string
  licence: string
  publishedAt: Date
  adopted: number
  origin: string | null
  body: string | null
  shown: string | null
}

const BEFORE = 24
const LONG = 120

/**
 * Courses by their ids, each with a stretch of its text around the first of the words that stands in it. Who sees which is
 * asked of the courses as they are at this moment.
 */
export async function listFound(
  db: Db,
  { ids, words, reader, districtIds }: { ids: readonly string[]; words: readonly string[]; reader: Reader; districtIds: readonly number[] }, // prettier-ignore
): Promise<FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    select e.id, v.name, e.school_id, s.name as school,
      array(select u.name from organizations.unit u where u.id = any (e.partner_school_ids) order by u.pinyin, u.id) as partners,
      e.stages, e.subject, e.theme, e.kinds, e.audience, e.licence, v.published_at,
      (select count(*)::int from courses.entry a where a.origin_district_id = e.district_id and a.origin_id = e.id
        and a.withdrawn_at is null) as adopted,
      (select u.name from courses.entry o join organizations.unit u on u.id = o.school_id
        where o.district_id = e.origin_district_id and o.id = e.origin_id) as origin,
      t.body, t.shown
    from courses.entry e
    join courses.version v on v.district_id = e.district_id and v.entry_id = e.id and v.number = e.published
    join organizations.unit s on s.id = e.school_id
    left join lateral (
      select substr(p.body, w.at, ${LONG}) as body, substr(coalesce(p.shown, p.body), w.at, ${LONG}) as shown
      from courses.passage p
      cross join lateral (select n, greatest(strpos(p.body, word) - ${BEFORE}, 1) as at, strpos(p.body, word) > 0 as hit
        from unnest(${words}::text[]) with ordinality as t (word, n)
        union all select 1000, 1, p.part = 0) w
      where p.district_id = e.district_id and p.entry_id = e.id and w.hit
      order by w.n, p.part limit 1) t on true
    where e.district_id = any (${districtIds}::int[]) and e.id = any (${ids}::uuid[]) and ${visibleTo(reader, 'e')}`.execute(
    db,
  )
  return rows
}
