import { sql, type RawBuilder } from 'kysely'
import { inScope, type Measure, type MeasureScope } from '#platform/measure.ts'

/** Activities at the school that hosts them. */
const activities = (reason: RawBuilder<unknown>, kinds: readonly string[]) => (scope: MeasureScope) => sql`
  select a.district_id, a.school_id, a.school_year, a.id::text as fact_id, a.id::text as subject_id, a.title as subject,
    a.title as subject_order, a.kind as part, 1 as weight, v.reason = '' as counted, v.reason,
    jsonb_build_object('day', a.from_day, 'kind', a.kind, 'host', u.name, 'schools', n.schools, 'pupils', n.pupils,
      'families', n.families) as cells
  from pupil_services.activity a
  join organizations.unit u on u.id = a.school_id
  cross join lateral (select count(*) as schools, coalesce(sum(p.pupils), 0) as pupils, coalesce(sum(p.families), 0) as families
    from pupil_services.part p where p.district_id = a.district_id and p.activity_id = a.id) n
  cross join lateral (select ${reason} as reason) v
  where ${inScope('a', scope)} and (cardinality(${kinds}::text[]) = 0 or a.kind = any (${kinds}::text[]))`

/** What each school brought to an activity. */
const parts =
  (weight: 'pupils' | 'families', reason: RawBuilder<unknown>, kinds: readonly string[]) =>
  (scope: MeasureScope) => sql`
    select p.district_id, p.school_id, a.school_year, a.id || '-' || p.school_id as fact_id, a.id::text as subject_id,
      a.title as subject, a.title as subject_order, a.kind as part, p.${sql.ref(weight)} as weight, v.reason = '' as counted,
      v.reason, jsonb_build_object('day', a.from_day, 'kind', a.kind, 'school', u.name) as cells
    from pupil_services.part p
    join pupil_services.activity a on a.district_id = p.district_id and a.id = p.activity_id
    join organizations.unit u on u.id = p.school_id
    cross join lateral (select count(*) as schools from pupil_services.part o
      where o.district_id = a.district_id and o.activity_id = a.id) n
    cross join lateral (select ${reason} as reason) v
    where p.district_id = any (${scope.districtIds}::int[]) and p.school_id = any (${scope.schoolIds}::int[])
      and a.school_year = any (${scope.schoolYears}::smallint[])
      and (cardinality(${kinds}::text[]) = 0 or a.kind = any (${kinds}::text[]))`

const notJoint = sql`case when n.schools > 1 then '' else '只有一所学校参加' end`
const counts = sql`''`
const forFamilies = ['家长学校', '家庭教育指导']

const ofActivities = {
  source: 'pupil-services.activities',
  fold: 'sum',
  aboutPersons: false,
  subjectTitle: '活动',
} as const

const columns = [
  { key: 'day', title: '日期', kind: 'day' },
  { key: 'kind', title: '类别' },
  { key: 'host', title: '承办学校' },
  { key: 'schools', title: '参加学校（所）', kind: 'number' },
  { key: 'pupils', title: '学生人次', kind: 'number' },
  { key: 'families', title: '家庭数', kind: 'number' },
] as const

const partColumns = [
  { key: 'day', title: '日期', kind: 'day' },
  { key: 'kind', title: '类别' },
  { key: 'school', title: '参加学校' },
] as const

export const activityMeasures: readonly Measure[] = [
  {
    ...ofActivities,
    name: 'pupil-services.joint-activities',
    title: '联合活动',
    unit: '次',
    rule: '有两所以上学校参加的活动，一次活动计一次，计在承办学校；只有一所学校参加的不计。',
    columns,
    select: activities(notJoint, []),
  },
  {
    ...ofActivities,
    name: 'pupil-services.pupils-reached',
    title: '参加联合活动的学生',
    unit: '人次',
    rule: '有两所以上学校参加的活动中，各校填写的学生数相加，计在学生所在的学校；同一名学生参加几次算几次。',
    columns: partColumns,
    select: parts('pupils', notJoint, []),
  },
  {
    ...ofActivities,
    name: 'pupil-services.cluster-events',
    title: '学区综合实践和展示活动',
    unit: '场',
    rule: '类别为综合实践、展示交流，由学区组织的活动，一次计一场；学校自己组织的不计。',
    columns,
    select: activities(sql`case when a.run_by = '学区' then '' else '不是学区组织的' end`, ['综合实践', '展示交流']),
  },
  {
    ...ofActivities,
    name: 'pupil-services.family-guidance',
    title: '家庭教育指导活动',
    unit: '次',
    rule: '类别为家长学校、家庭教育指导的活动，一次计一次，计在承办学校。',
    columns,
    select: activities(counts, forFamilies),
  },
  {
    ...ofActivities,
    name: 'pupil-services.families-reached',
    title: '参加家庭教育指导的家庭',
    unit: '户次',
    rule: '家长学校、家庭教育指导活动中，各校填写的家庭数相加，计在家庭所在的学校；同一个家庭参加几次算几次。',
    columns: partColumns,
    select: parts('families', counts, forFamilies),
  },
  {
    ...ofActivities,
    name: 'pupil-services.workshops',
    title: '师生心理健康教育工作坊活动',
    unit: '次',
    rule: '类别为心理健康工作坊的活动，一次计一次，计在承办学校。',
    columns,
    select: activities(counts, ['心理健康工作坊']),
  },
]
