import { sql, type RawBuilder } from 'kysely'
import { inScope, type Measure, type MeasureScope } from '#platform/measure.ts'

const appraisals = (counted: RawBuilder<unknown>) => (scope: MeasureScope) => sql`
  select a.district_id, a.school_id, a.school_year, a.school_id::text as fact_id, a.school_id::text as subject_id,
    u.name as subject, u.pinyin as subject_order, '' as part, 1 as weight, ${counted} as counted,
    case when ${counted} then '' else '等第为' || a.grade end as reason, jsonb_build_object('grade', a.grade) as cells
  from assessment.appraisal a
  left join organizations.unit u on u.id = a.school_id
  where ${inScope('a', scope)}`

const ofAppraisals = {
  source: 'assessment.appraisals',
  unit: '所',
  fold: 'sum',
  aboutPersons: false,
  subjectTitle: '学校',
  columns: [{ key: 'grade', title: '等第' }],
} as const

export const measures: readonly Measure[] = [
  {
    ...ofAppraisals,
    name: 'assessment.appraised',
    title: '参加办学绩效考核的学校',
    rule: '本学年办学绩效表中有等第的学校。',
    select: appraisals(sql`true`),
  },
  {
    ...ofAppraisals,
    name: 'assessment.excellent',
    title: '办学绩效优秀的学校',
    rule: '本学年办学绩效等第为“优秀”的学校。',
    select: appraisals(sql`a.grade = '优秀'`),
  },
]
