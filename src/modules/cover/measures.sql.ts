import { sql } from 'kysely'
import type { Measure, MeasureScope } from '#platform/measure.ts'

/** Lessons given for another school, told under the school that gave or under the one that took. */
const lessons = (side: 'school_id' | 'to_school_id') => (scope: MeasureScope) => sql`
  select g.district_id, g.${sql.ref(side)} as school_id, g.school_year, g.id::text as fact_id, g.teacher_id::text as subject_id,
    coalesce(nullif(t.name, ''), '不在名册') as subject, coalesce(t.pinyin, '') as subject_order, g.kind as part, 1 as weight,
    v.reason = '' as counted, v.reason,
    jsonb_build_object('staffNo', t.staff_no, 'day', g.day, 'lesson', g.class_name || g.subject, 'kind', g.kind,
      'fromSchool', f.name, 'toSchool', d.name, 'homeId', g.school_id) as cells
  from cover.given g
  left join lateral (select y.name, y.pinyin, y.staff_no from people.teacher_year y
    where y.district_id = g.district_id and y.teacher_id = g.teacher_id order by y.school_year desc limit 1) t on true
  left join organizations.unit f on f.id = g.school_id
  left join organizations.unit d on d.id = g.to_school_id
  cross join lateral (select case
    when g.school_id = g.to_school_id then '本校内代课'
    when g.state = '有异议' then '接收学校有异议'
    else '' end as reason) v
  where g.district_id = any (${scope.districtIds}::int[]) and g.${sql.ref(side)} = any (${scope.schoolIds}::int[])
    and g.school_year = any (${scope.schoolYears}::smallint[])`

const ofLessons = {
  source: 'cover.lessons',
  unit: '节',
  fold: 'sum',
  aboutPersons: true,
  subjectTitle: '教师',
  columns: [
    { key: 'staffNo', title: '工号', personal: 'number', schoolKey: 'homeId' },
    { key: 'day', title: '日期', kind: 'day' },
    { key: 'lesson', title: '课' },
    { key: 'kind', title: '方式' },
    { key: 'fromSchool', title: '派出学校' },
    { key: 'toSchool', title: '上课学校' },
  ],
} as const

export const measures: readonly Measure[] = [
  {
    ...ofLessons,
    name: 'cover.given',
    title: '为外校上的课',
    rule: '本校教师为其他学校代的课和在其他学校兼的课，一节计一次；上课学校确认过，或上课次日没有异议。',
    select: lessons('school_id'),
  },
  {
    ...ofLessons,
    name: 'cover.taken',
    title: '外校教师来上的课',
    rule: '其他学校的教师来本校代的课和兼的课，一节计一次；本校确认过，或上课次日没有异议。',
    select: lessons('to_school_id'),
  },
]
