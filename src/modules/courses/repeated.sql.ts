import { sql } from 'kysely'

/** The school year in which a course was admitted to the repository. */
const admittedYear = sql`extract(year from e.admitted_on - interval '8 months')::smallint`
/** The school year in which a school of the same cluster took a course over, on the office's clock. */
const adoptedYear = sql`extract(year from (a.created_at at time zone 'Asia/Shanghai') - interval '8 months')::smallint`
const adoption = sql`courses.entry a on a.district_id = e.district_id and a.origin_district_id = e.district_id
  and a.origin_id = e.id and a.cluster_id = e.cluster_id and a.school_id <> e.school_id`

/** The course of the repository that a ledger tells under its number, standing as `e`. */
const sameCourse = sql`e.district_id = l.district_id and e.cluster_id = l.cluster_id and e.code = l.code
  and e.school_id = l.school_id`

/** Of a ledger's course: whether the repository counts it as of this kind in that year. */
export const repeatsKind = (
  kind: string,
) => sql`exists (select from courses.entry e where ${sameCourse} and e.published > 0
  and e.withdrawn_at is null and ${kind} = any (e.kinds) and ${admittedYear} = l.school_year)`
export const repeatsAdoption = sql`exists (select from courses.entry e join ${adoption} where ${sameCourse}
  and ${adoptedYear} = l.school_year)`

/** The courses of the repository in the year in which they were admitted. */
export const admitted = sql`
  select e.district_id, e.id, e.school_id, ${admittedYear}, coalesce(e.code, ''), e.name, array_to_string(e.stages, '、'),
    '共建' = any (e.kinds), '特色' = any (e.kinds), false, 0, ''
  from courses.entry e where e.published > 0 and e.withdrawn_at is null and e.kinds <> '{}'`

/** Those that others took over, once in each year in which somebody did. */
export const adopted = sql`
  select distinct e.district_id, e.id, e.school_id, ${adoptedYear} as school_year, coalesce(e.code, ''), e.name,
    array_to_string(e.stages, '、'), '共建' = any (e.kinds), '特色' = any (e.kinds), true, 0
  from courses.entry e join ${adoption}`
