import { sql, type RawBuilder } from 'kysely'
import { inScope, type Measure, type MeasureScope } from '#platform/measure.ts'
import { TOLD_BY_STUDIO } from './activity.rules.ts'
import { judgedActivities, nameKey } from './judged-activity.sql.ts'

/** A studio that works on the platform is its own row; what a workbook tells of it under a name spelt otherwise counts not again. */
const studios = (scope: MeasureScope) => sql`
  select s.district_id, s.school_id, s.school_year, s.id::text as fact_id, s.id::text as subject_id, s.name as subject,
    s.name as subject_order, s.kind as part, 1 as weight, s.reason = '' as counted, s.reason,
    jsonb_build_object('kind', s.kind) as cells
  from (
    select k.*, case when k.studio_id is null and exists (select from teaching_research.studio w
        where w.district_id = k.district_id and w.cluster_id = k.cluster_id and w.school_year = k.school_year
          and w.studio_id is not null and ${nameKey(sql`w.name`)} = ${nameKey(sql`k.name`)})
      then ${TOLD_BY_STUDIO} else '' end as reason
    from teaching_research.studio k where ${inScope('k', scope)}) s`

/** The activities of a school year, each standing at the school that held it. */
const activities =
  ({ part = sql`''`, reason = sql`a.verdict` }: { part?: RawBuilder<unknown>; reason?: RawBuilder<unknown> }) =>
  (scope: MeasureScope) => sql`
    select a.district_id, a.school_id, a.school_year, a.id::text as fact_id, a.id::text as subject_id,
      a.theme as subject, a.theme as subject_order, ${part} as part, 1 as weight,
      ${reason} = '' as counted, ${reason} as reason,
      jsonb_build_object('union', a.union_name, 'heldOn', a.held_on, 'form', a.form) as cells
    from ${judgedActivities(scope)} a`

/** Of another form it does not count, whatever else is to be said of it. */
const ofForm = (form: string) => sql`case when a.form <> ${form} then '形式为' || a.form else a.verdict end`

/** A mentee counts once: of several mentors from other schools, the first on file does. */
const mentorings = (scope: MeasureScope) => sql`
  select j.district_id, j.school_id, j.school_year, j.id::text as fact_id, j.mentee_id::text as subject_id,
    coalesce(t.name, '') as subject, coalesce(t.pinyin, '') as subject_order, '' as part, 1 as weight,
    v.reason = '' as counted, v.reason,
    jsonb_build_object('staffNo', t.staff_no, 'mentor', g.name, 'mentorSchool', u.name,
      'mentorSchoolId', j.mentor_school_id, 'subject', j.subject) as cells
  from (
    select m.*, row_number() over (partition by m.district_id, m.mentee_id, m.school_year,
      m.mentor_school_id = m.school_id order by m.id) as turn
    from teaching_research.mentoring m
    where ${inScope('m', scope)}) j
  cross join lateral (select case
    when j.mentor_school_id = j.school_id then '导师与学员同校'
    when j.turn > 1 then '同一学员的第二条记录'
    else '' end as reason) v
  left join people.teacher_year t
    on t.district_id = j.district_id and t.teacher_id = j.mentee_id and t.school_year = j.school_year
  left join people.teacher_year g
    on g.district_id = j.district_id and g.teacher_id = j.mentor_id and g.school_year = j.school_year
  left join organizations.unit u on u.id = j.mentor_school_id`

const ofActivities = {
  source: 'teaching-research.activities',
  aboutPersons: false,
  subjectTitle: '主题',
  columns: [
    { key: 'union', title: '学科教研联合体' },
    { key: 'heldOn', title: '日期', kind: 'day' },
    { key: 'form', title: '形式' },
  ],
} as const

export const measures: readonly Measure[] = [
  {
    name: 'teaching-research.studios',
    title: '名师工作室',
    rule: '本学年在办的工作室，计在所在学校；台账中与平台登记的工作室同名的，只算一次。',
    source: 'teaching-research.studios',
    unit: '个',
    fold: 'sum',
    aboutPersons: false,
    subjectTitle: '工作室',
    columns: [{ key: 'kind', title: '类别' }],
    select: studios,
  },
  {
    ...ofActivities,
    name: 'teaching-research.unions',
    title: '学科教研联合体',
    unit: '个',
    rule: '本学年有教研活动的学科教研联合体，一个联合体只计一次。',
    fold: 'distinct-parts',
    // Unions of two clusters may bear one name: above the cluster they are told apart by it.
    select: activities({ part: sql`a.cluster_id || '/' || a.union_name` }),
  },
  {
    ...ofActivities,
    name: 'teaching-research.joint-research',
    title: '合作教研',
    unit: '次',
    rule: '形式为“合作教研”的活动，计在主办学校；平台上开展的要有纪要，或有两所学校签到；台账中与活动记录同一天、同一联合体、同一形式和主题的，只算一次。',
    fold: 'sum',
    select: activities({ reason: ofForm('合作教研') }),
  },
  {
    ...ofActivities,
    name: 'teaching-research.open-lessons',
    title: '公开教学',
    unit: '节',
    rule: '形式为“公开教学”的活动，计在主办学校；平台上开展的要有纪要，或有两所学校签到；台账中与活动记录同一次的，只算一次。',
    fold: 'sum',
    select: activities({ reason: ofForm('公开教学') }),
  },
  {
    name: 'teaching-research.mentored',
    title: '跨校带教学员',
    unit: '人',
    rule: '由外校教师带教的学员，每人只计一次，计在学员所在学校。',
    source: 'teaching-research.mentorings',
    fold: 'sum',
    aboutPersons: true,
    subjectTitle: '学员',
    columns: [
      { key: 'staffNo', title: '工号', personal: 'number' },
      { key: 'mentor', title: '导师', personal: 'name', schoolKey: 'mentorSchoolId' },
      { key: 'mentorSchool', title: '导师学校' },
      { key: 'subject', title: '学科' },
    ],
    select: mentorings,
  },
]
