import { sql, type RawBuilder } from 'kysely'
import { inScope, type Measure, type MeasureScope } from '#platform/measure.ts'

/** The courses of a school year, each standing at the school that leads it. */
const courses =
  (counted: RawBuilder<unknown>, otherwise: RawBuilder<unknown>, weight: RawBuilder<unknown> = sql`1`) =>
  (scope: MeasureScope) => sql`
    select c.district_id, c.school_id, c.school_year, c.id::text as fact_id, c.id::text as subject_id,
      c.name as subject, c.name as subject_order, '' as part, ${weight} as weight, ${counted} as counted,
      case when ${counted} then '' else ${otherwise} end as reason,
      jsonb_build_object('code', c.code, 'stage', c.stage, 'kinds', concat_ws('；', case when c.co_built then '共建' end,
        case when c.featured then '特色' end, case when c.exported then '输出共享' end),
        'students', c.benefiting_students) as cells
    from courses.course c
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
    rule: '课程类别含“共建”的课程，计在牵头学校；一门课程可以有几个类别。',
    select: courses(sql`c.co_built`, sql`'课程类别不含共建'`),
  },
  {
    ...ofCourses,
    name: 'courses.featured',
    title: '特色课程',
    rule: '课程类别含“特色”的课程，计在牵头学校；一门课程可以有几个类别。',
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
