import { sql, type RawBuilder } from 'kysely'
import { inScope, type MeasureScope } from '#platform/measure.ts'
import { DELIVERED_TOO, NOBODY_CAME } from './delivered.rules.ts'
import { judgedClasses, taughtAs, toldByDelivered } from './delivered.sql.ts'
import { admitted, adopted, repeatsAdoption, repeatsKind } from './repeated.sql.ts'

/** Why a course `c` does not count: it is not of the kind, or, by `c.repeats`, something else counts it. */
interface Verdict {
  isCounted: RawBuilder<unknown>
  otherwise: string
  weight?: RawBuilder<unknown>
}

const IN_REPOSITORY = '已由课程库计入'

/** The courses of the ledgers, each with what counts it already ('' where nothing does). */
const told = (repeats: RawBuilder<unknown>) => sql`
  select l.district_id, l.id, l.school_id, l.school_year, l.code, l.name, l.stage, l.co_built, l.featured, l.exported,
    l.benefiting_students, case ${repeats} else '' end as repeats
  from courses.course l`

const judged = (
  scope: MeasureScope,
  rows: RawBuilder<unknown>,
  { isCounted, otherwise, weight = sql`1` }: Verdict,
) => sql`
  select c.district_id, c.school_id, c.school_year, c.id::text as fact_id, c.id::text as subject_id,
    c.name as subject, c.name as subject_order, '' as part, ${weight} as weight, v.reason = '' as counted, v.reason,
    jsonb_build_object('code', c.code, 'stage', c.stage, 'kinds', concat_ws('；', case when c.co_built then '共建' end,
      case when c.featured then '特色' end, case when c.exported then '输出共享' end), 'school', null, 'class', null,
      'students', c.benefiting_students, 'sessions', null) as cells
  from (${rows}) c
  cross join lateral (select case when not (${isCounted}) then ${otherwise} else c.repeats end as reason) v
  where ${inScope('c', scope)}`

/** The courses of a kind: those of the ledgers, and those of the repository in the year of their admission. */
export const ofKind =
  (kind: '共建' | '特色', isCounted: RawBuilder<unknown>) =>
  (scope: MeasureScope): RawBuilder<unknown> => {
    const rows = sql`${told(sql`when ${repeatsKind(kind)} then ${IN_REPOSITORY}`)} union all ${admitted}`
    return judged(scope, rows, { isCounted, otherwise: `课程类别不含${kind}` })
  }

const exported = { isCounted: sql`c.exported`, otherwise: '课程类别不含输出共享' }
const taught = sql`when ${toldByDelivered} then ${DELIVERED_TOO}`

/** What a ledger says, what other schools took over, and what was taught for them: a course once a school year. */
export const exportedCourses = (scope: MeasureScope): RawBuilder<unknown> => sql`
  ${judged(
    scope,
    sql`${told(sql`${taught} when ${repeatsAdoption} then ${IN_REPOSITORY}`)}
    union all select a.*, case when ${taughtAs('a')} then ${DELIVERED_TOO} else '' end from (${adopted}) a`,
    exported,
  )}
  union all
  select c.district_id, c.school_id, c.school_year, min(c.id::text), min(c.id::text), min(c.name), min(c.name), '', 1,
    count(*) filter (where c.reason = '') > 0,
    case when count(*) filter (where c.reason = '') > 0 then '' else ${NOBODY_CAME} end,
    jsonb_build_object('code', '', 'stage', min(c.stage), 'kinds', '输出共享', 'school', null, 'class', null,
      'students', coalesce(sum(c.head_count) filter (where c.reason = ''), 0), 'sessions', max(c.sessions))
  from ${judgedClasses(scope)} c
  group by c.district_id, c.school_id, c.school_year, c.course_key`

/** What a ledger tells as a sum, and class by class what was taught. */
export const benefiting = (scope: MeasureScope): RawBuilder<unknown> => sql`
  ${judged(scope, told(taught), { ...exported, weight: sql`c.benefiting_students` })}
  union all
  select c.district_id, c.school_id, c.school_year, c.id::text, c.offering_id::text, c.name, c.name, '', c.head_count,
    c.reason = '', c.reason,
    jsonb_build_object('code', '', 'stage', c.stage, 'kinds', '输出共享', 'school', u.name, 'class', c.grade || c.class_name,
      'students', c.head_count, 'sessions', c.sessions)
  from ${judgedClasses(scope)} c
  left join organizations.unit u on u.id = c.user_school_id`
