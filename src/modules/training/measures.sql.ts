import { sql, type RawBuilder } from 'kysely'
import type { Measure, MeasureScope } from '#platform/measure.ts'

/** Who takes part in which course of the school year, each at the own school; `turn` tells a teacher's courses apart. */
const takingPart = (scope: MeasureScope, reason: RawBuilder<unknown>) => sql`
  select p.district_id, p.school_id, p.school_year, p.id::text as fact_id, p.teacher_id::text as subject_id,
    coalesce(nullif(t.name, ''), '不在名册') as subject, coalesce(t.pinyin, '') as subject_order, p.tier as part, 1 as weight,
    v.reason = '' as counted, v.reason,
    jsonb_build_object('staffNo', t.staff_no, 'course', p.title, 'field', p.field, 'sessions', p.sessions) as cells
  from (
    select e.district_id, e.school_id, e.teacher_id, e.id, c.school_year, c.tier, c.title, c.field,
      cardinality(e.attended) as sessions, row_number() over (partition by e.district_id, e.teacher_id, c.school_year,
        cardinality(e.attended) > 0 order by c.id) as turn
    from training.enrolment e
    join training.course c on c.district_id = e.district_id and c.id = e.course_id
    where e.district_id = any (${scope.districtIds}::int[]) and e.school_id = any (${scope.schoolIds}::int[])
      and c.school_year = any (${scope.schoolYears}::smallint[])) p
  cross join lateral (select ${reason} as reason) v
  left join lateral (select y.name, y.pinyin, y.staff_no from people.teacher_year y
    where y.district_id = p.district_id and y.teacher_id = p.teacher_id order by y.school_year desc limit 1) t on true`

const absent = sql`when p.sessions = 0 then '没有到过场'`

const ofAttendance = {
  source: 'training.attendance',
  unit: '人次',
  fold: 'sum',
  aboutPersons: true,
  subjectTitle: '教师',
  columns: [
    { key: 'staffNo', title: '工号', personal: 'number' },
    { key: 'course', title: '培训课程' },
    { key: 'field', title: '内容领域' },
    { key: 'sessions', title: '到场（次）', kind: 'number' },
  ],
} as const

export const measures: readonly Measure[] = [
  {
    ...ofAttendance,
    name: 'training.attended',
    title: '培训人次',
    rule: '本学年在培训课程中到过场的教师，每人每门课程计一次。',
    select: (scope) => takingPart(scope, sql`case ${absent} else '' end`),
  },
  {
    ...ofAttendance,
    name: 'training.people',
    title: '参加培训的教师',
    unit: '人',
    rule: '本学年在培训课程中到过场的教师，参加几门课程都只计一次。',
    select: (scope) => takingPart(scope, sql`case ${absent} when p.turn > 1 then '同一教师的另一门课程' else '' end`),
  },
]
