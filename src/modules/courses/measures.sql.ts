import { sql, type RawBuilder } from 'kysely'
import { inScope, type Measure, type MeasureScope } from '#platform/measure.ts'

/** The school year in which a course was admitted to the repository. */
const admittedYear = sql`extract(year from e.admitted_on - interval '8 months')::smallint`

/**
 * The courses of a school year, each standing at the school that leads it: those of the ledgers, and those of the
 * repository in the year in which they were admitted. One that a ledger repeats under its number counts here alone.
 */
const all = sql`
  select l.district_id, l.id, l.school_id, l.school_year, l.code, l.name, l.stage, l.co_built, l.featured, l.exported,
    l.benefiting_students, exists (select from courses.entry e where e.district_id = l.district_id
      and e.cluster_id = l.cluster_id and e.code = l.code and e.school_id = l.school_id and e.published > 0
      and e.withdrawn_at is null and ${admittedYear} = l.school_year) as repeats
  from courses.course l
  union all
  select e.district_id, e.id, e.school_id, ${admittedYear}, coalesce(e.code, ''), e.name, array_to_string(e.stages, '、'),
    '共建' = any (e.kinds), '特色' = any (e.kinds), false, 0, false
  from courses.entry e where e.published > 0 and e.withdrawn_at is null and e.kinds <> '{}'`

const courses =
  (isCounted: RawBuilder<unknown>, otherwise: RawBuilder<unknown>, weight: RawBuilder<unknown> = sql`1`) =>
  (scope: MeasureScope) => sql`
    select c.district_id, c.school_id, c.school_year, c.id::text as fact_id, c.id::text as subject_id,
      c.name as subject, c.name as subject_order, '' as part, ${weight} as weight,
      ${isCounted} and not c.repeats as counted,
      case when not (${isCounted}) then ${otherwise} when c.repeats then '已由课程库计入' else '' end as reason,
      jsonb_build_object('code', c.code, 'stage', c.stage, 'kinds', concat_ws('；', case when c.co_built then '共建' end,
        case when c.featured then '特色' end, case when c.exported then '输出共享' end),
        'students', c.benefiting_students) as cells
    from (${all}) c
    where ${inScope('c', scope)}`

const ofCourses = {
  source: 'courses.courses',
  unit: '门',
  fold: 'sum',
  aboutPersons: false,
  subjectTitle: '课程',
  columns: [
    { key: 'code', title: '课程编号' },
    { key: 'stage', title: '学段' },
    { key: 'kinds', title: '课程类别' },
    { key: 'students', title: '受益学生数', kind: 'number' },
  ],
} as const

export const measures: readonly Measure[] = [
  {
    ...ofCourses,
    name: 'courses.co-built',
    title: '共建课程',
    rule: '课程类别含“共建”的课程，计在牵头学校；一门课程可以有几个类别。课程库认定为“共建”的，计入首次入库的学年；台账里编号相同的不重复计。',
    select: courses(sql`c.co_built`, sql`'课程类别不含共建'`),
  },
  {
    ...ofCourses,
    name: 'courses.featured',
    title: '特色课程',
    rule: '课程类别含“特色”的课程，计在牵头学校；一门课程可以有几个类别。课程库认定为“特色”的，计入首次入库的学年；台账里编号相同的不重复计。',
    select: courses(sql`c.featured`, sql`'课程类别不含特色'`),
  },
  {
    ...ofCourses,
    name: 'courses.exported',
    title: '输出共享课程',
    rule: '课程类别含“输出共享”的课程，计在牵头学校；一门课程可以有几个类别。',
    select: courses(sql`c.exported`, sql`'课程类别不含输出共享'`),
  },
  {
    ...ofCourses,
    name: 'courses.benefiting-students',
    title: '受益学生',
    unit: '人次',
    rule: '输出共享课程的受益学生数相加。',
    select: courses(sql`c.exported`, sql`'课程类别不含输出共享'`, sql`c.benefiting_students`),
  },
]
