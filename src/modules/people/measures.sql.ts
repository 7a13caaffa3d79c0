import { sql, type RawBuilder } from 'kysely'
import { inScope, type Measure } from '#platform/measure.ts'

const counted = sql`true`
const none = sql`''`

/** The register of a school year, each teacher with the verdict of one measure. */
const teachers =
  (verdict: {
    counted: RawBuilder<unknown>
    part?: RawBuilder<unknown>
    reason?: RawBuilder<unknown>
  }): Measure['select'] =>
  (scope) => sql`
    select t.district_id, t.school_id, t.school_year, t.teacher_id::text as fact_id, t.teacher_id::text as subject_id,
      t.name as subject, t.pinyin as subject_order, coalesce(${verdict.part ?? none}, '') as part, 1 as weight,
      ${verdict.counted} as counted, case when ${verdict.counted} then '' else ${verdict.reason ?? none} end as reason,
      jsonb_build_object('staffNo', t.staff_no, 'subject', t.subject, 'title', t.title, 'backbone', t.backbone,
        'subjectLeader', t.subject_leader) as cells
    from people.teacher_year t
    where ${inScope('t', scope)}`

/**
 * Who is 符合交流条件: of a school that has frozen the year's list, what the list says, be the teacher in the register still
 * or not; of the others, what the register says. Nobody is counted in two lists.
 */
const eligible: Measure['select'] = (scope) => sql`
  select t.district_id, t.school_id, t.school_year, t.teacher_id::text as fact_id, t.teacher_id::text as subject_id,
    t.name as subject, t.pinyin as subject_order, '' as part, 1 as weight, v.reason = '' as counted, v.reason,
    jsonb_build_object('staffNo', t.staff_no, 'subject', t.subject, 'title', t.title, 'backbone', t.backbone,
      'subjectLeader', t.subject_leader, 'eligibleReason', coalesce(e.reason, t.eligible_reason)) as cells
  from people.teacher_year t
  left join people.eligible_row e
    on e.district_id = t.district_id and e.school_year = t.school_year and e.teacher_id = t.teacher_id
  left join people.eligible_list l on l.district_id = t.district_id and l.school_id = t.school_id
    and l.school_year = t.school_year and l.thawed_at is null
  cross join lateral (select case
    when e.school_id <> t.school_id then '已列入另一所学校冻结的名单'
    when e.teacher_id is null and l.id is not null then '名单冻结后才登记'
    when not coalesce(e.eligible, t.eligible) then '本学年不符合交流条件'
    else '' end as reason) v
  where ${inScope('t', scope)}
  union all
  select e.district_id, e.school_id, e.school_year, e.teacher_id::text || ' frozen', e.teacher_id::text,
    e.name, e.pinyin, '', 1, e.eligible, case when e.eligible then '' else '本学年不符合交流条件' end,
    jsonb_build_object('staffNo', e.staff_no, 'subject', e.subject, 'title', e.title, 'backbone', e.backbone,
      'subjectLeader', e.subject_leader, 'eligibleReason', e.reason)
  from people.eligible_row e
  where ${inScope('e', scope)} and not exists (select from people.teacher_year t where t.district_id = e.district_id
    and t.teacher_id = e.teacher_id and t.school_year = e.school_year and t.school_id = e.school_id)`

const ofRegister = {
  source: 'people.teachers',
  unit: '人',
  fold: 'sum',
  aboutPersons: true,
  subjectTitle: '教师',
  columns: [
    { key: 'staffNo', title: '工号', personal: 'number' },
    { key: 'subject', title: '任教学科' },
    { key: 'title', title: '职称' },
    { key: 'backbone', title: '骨干类别' },
    { key: 'subjectLeader', title: '学科带头人' },
  ],
} as const

export const measures: readonly Measure[] = [
  {
    ...ofRegister,
    name: 'people.teachers',
    title: '教师',
    rule: '本学年教师名册中的教师，一人一行。',
    select: teachers({ counted }),
  },
  {
    ...ofRegister,
    name: 'people.backbone',
    title: '骨干教师',
    rule: '本学年教师名册中骨干类别不为空的教师。',
    select: teachers({
      counted: sql`t.backbone is not null`,
      part: sql`t.backbone`,
      reason: sql`'不是骨干教师'`,
    }),
  },
  {
    ...ofRegister,
    name: 'people.subject-leaders',
    title: '学科带头人',
    rule: '本学年教师名册中学科带头人不为空的教师。',
    select: teachers({
      counted: sql`t.subject_leader is not null`,
      part: sql`t.subject_leader`,
      reason: sql`'不是学科带头人'`,
    }),
  },
  {
    ...ofRegister,
    name: 'people.eligible',
    title: '符合交流条件的教师',
    rule: '台账填报“是”的教师；没有填报的，按交流条件规则判定；登记了免予交流或自愿报名的，以登记为准。名单冻结后，以冻结的名单为准。',
    columns: [...ofRegister.columns, { key: 'eligibleReason', title: '判定依据', personal: 'ground' }],
    select: eligible,
  },
]
