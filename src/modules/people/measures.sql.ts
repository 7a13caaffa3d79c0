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
        'subjectLeader', t.subject_leader, 'eligibleReason', t.eligible_reason) as cells
    from people.teacher_year t
    where ${inScope('t', scope)}`

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
    rule: '台账填报“是”的教师；没有填报的，按交流条件规则判定。',
    columns: [...ofRegister.columns, { key: 'eligibleReason', title: '判定依据' }],
    select: teachers({ counted: sql`t.eligible`, reason: sql`'本学年不符合交流条件'` }),
  },
]
