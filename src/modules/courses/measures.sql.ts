import { sql, type RawBuilder } from 'kysely'
import { inScope, type Measure, type MeasureScope } from '#platform/measure.ts'
import { DELIVERED_TOO, NOBODY_CAME } from './delivered.rules.ts'
import { judgedClasses, toldByDelivered } from './delivered.sql.ts'

/** The school year in which a course was admitted to the repository. */
const admittedYear = sql`extract(year from e.admitted_on - interval '8 months')::smallint`

const kindsOf = sql`concat_ws('；', case when c.co_built then '共建' end, case when c.featured then '特色' end,
  case when c.exported then '输出共享' end)`

/**
 * The courses of a school year, each standing at the school that leads it: those of the ledgers, and those of the
 * repository in the year in which they were admitted. One that a ledger repeats under its number counts here alone.
 */
const written = (scope: MeasureScope) => sql`
  select c.*, ${kindsOf} as kinds from (
    select l.district_id, l.id, l.school_id, l.school_year, l.code, l.name, l.stage, l.co_built, l.featured, l.exported,
      l.benefiting_students, exists (select from courses.entry e where e.district_id = l.district_id
        and e.cluster_id = l.cluster_id and e.code = l.code and e.school_id = l.school_id and e.published > 0
        and e.withdrawn_at is null and ${admittedYear} = l.school_year) as repeats
    from courses.course l
    union all
    select e.district_id, e.id, e.school_id, ${admittedYear}, coalesce(e.code, ''), e.name, array_to_string(e.stages, '、'),
      '共建' = any (e.kinds), '特色' = any (e.kinds), false, 0, false
    from courses.entry e where e.published > 0 and e.withdrawn_at is null and e.kinds <> '{}') c
  where ${inScope('c', scope)}`

/** The courses of the ledgers; one that was taught on the platform counts there alone. */
const told = (scope: MeasureScope) => sql`
  select c.*, ${kindsOf} as kinds from (select l.*, ${toldByDelivered} as repeats from courses.course l) c
  where ${inScope('c', scope)}`

/** A verdict of a course `c`: whether it is of the kind, and whether something else counts it already. */
interface Verdict {
  isCounted: RawBuilder<unknown>
  otherwise: RawBuilder<unknown>
  repeated: string
  weight?: RawBuilder<unknown>
}

const judged = (rows: RawBuilder<unknown>, { isCounted, otherwise, repeated, weight = sql`1` }: Verdict) => sql`
  select c.district_id, c.school_id, c.school_year, c.id::text as fact_id, c.id::text as subject_id,
    c.name as subject, c.name as subject_order, '' as part, ${weight} as weight,
    ${isCounted} and not c.repeats as counted,
    case when not (${isCounted}) then ${otherwise} when c.repeats then ${repeated} else '' end as reason,
    jsonb_build_object('code', c.code, 'stage', c.stage, 'kinds', c.kinds, 'school', null, 'class', null,
      'students', c.benefiting_students, 'sessions', null) as cells
  from (${rows}) c`

const ofKind = (isCounted: RawBuilder<unknown>, otherwise: RawBuilder<unknown>) => (scope: MeasureScope) =>
  judged(written(scope), { isCounted, otherwise, repeated: '已由课程库计入' })

const exported = {
  isCounted: sql`c.exported`,
  otherwise: sql`'课程类别不含输出共享'`,
  repeated: DELIVERED_TOO,
}

/** A course that a school taught for others counts once a school year, in however many terms. */
const exportedCourses = (scope: MeasureScope) => sql`
  ${judged(told(scope), exported)}
  union all
  select c.district_id, c.school_id, c.school_year, min(c.id::text), min(c.id::text), min(c.name), min(c.name), '', 1,
    count(*) filter (where c.reason = '') > 0,
    case when count(*) filter (where c.reason = '') > 0 then '' else ${NOBODY_CAME} end,
    jsonb_build_object('code', '', 'stage', min(c.stage), 'kinds', '输出共享', 'school', null, 'class', null,
      'students', coalesce(sum(c.head_count) filter (where c.reason = ''), 0), 'sessions', max(c.sessions))
  from ${judgedClasses(scope)} c
  group by c.district_id, c.school_id, c.school_year, c.course_key`

/** What a ledger tells as a sum, and class by class what was taught. */
const benefiting = (scope: MeasureScope) => sql`
  ${judged(told(scope), { ...exported, weight: sql`c.benefiting_students` })}
  union all
  select c.district_id, c.school_id, c.school_year, c.id::text, c.offering_id::text, c.name, c.name, '', c.head_count,
    c.reason = '', c.reason,
    jsonb_build_object('code', '', 'stage', c.stage, 'kinds', '输出共享', 'school', u.name, 'class', c.grade || c.class_name,
      'students', c.head_count, 'sessions', c.sessions)
  from ${judgedClasses(scope)} c
  left join organizations.unit u on u.id = c.user_school_id`

const columns = [
  { key: 'code', title: '课程编号' },
  { key: 'stage', title: '学段' },
  { key: 'kinds', title: '课程类别' },
  { key: 'students', title: '受益学生数', kind: 'number' },
] as const

const ofCourses = {
  source: 'courses.courses',
  unit: '门',
  fold: 'sum',
  aboutPersons: false,
  subjectTitle: '课程',
  columns,
} as const

export const measures: readonly Measure[] = [
  {
    ...ofCourses,
    name: 'courses.co-built',
    title: '共建课程',
    rule: '课程类别含“共建”的课程，计在牵头学校；一门课程可以有几个类别。课程库认定为“共建”的，计入首次入库的学年；台账里编号相同的不重复计。',
    select: ofKind(sql`c.co_built`, sql`'课程类别不含共建'`),
  },
  {
    ...ofCourses,
    name: 'courses.featured',
    title: '特色课程',
    rule: '课程类别含“特色”的课程，计在牵头学校；一门课程可以有几个类别。课程库认定为“特色”的，计入首次入库的学年；台账里编号相同的不重复计。',
    select: ofKind(sql`c.featured`, sql`'课程类别不含特色'`),
  },
  {
    ...ofCourses,
    name: 'courses.exported',
    title: '输出共享课程',
    rule: '课程类别含“输出共享”的课程，计在牵头学校；一门课程可以有几个类别。在共享授课中结课、有外校班级到课的，一门课程一学年计一次；台账里编号或名称相同的不重复计。',
    select: exportedCourses,
  },
  {
    ...ofCourses,
    name: 'courses.benefiting-students',
    title: '受益学生',
    unit: '人次',
    rule: '输出共享课程的受益学生数相加。共享授课结课的，按报名班级的人数计，同一班级学习同一门课程一学年只算一次；台账里同一门课程的受益学生不再计。',
    columns: [
      ...columns,
      { key: 'school', title: '参加学校' },
      { key: 'class', title: '班级' },
      { key: 'sessions', title: '到课次数', kind: 'number' },
    ],
    select: benefiting,
  },
]
