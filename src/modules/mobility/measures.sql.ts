import { sql, type RawBuilder } from 'kysely'
import { inScope, type Measure, type MeasureScope } from '#platform/measure.ts'

/**
 * The rotations of a school year with what speaks against counting each. A teacher counts once: of several rotations
 * that would count, the first one does. `reason` looks at j, which carries the teacher's title and backbone of that year.
 */
const rotations = (reason: RawBuilder<unknown>) => (scope: MeasureScope) => sql`
  select c.district_id, c.school_id, c.school_year, c.id::text as fact_id, c.teacher_id::text as subject_id,
    coalesce(c.name, '') as subject, coalesce(c.pinyin, '') as subject_order, '' as part, 1 as weight,
    c.reason = '' as counted, c.reason,
    jsonb_build_object('staffNo', c.staff_no, 'fromSchool', f.name, 'toSchool', d.name, 'form', c.form,
      'startOn', c.start_on, 'status', c.status, 'title', c.title, 'backbone', c.backbone) as cells
  from (select j.*, ${reason} as reason from (${judged(scope)}) j) c
  left join organizations.unit f on f.id = c.from_school_id
  left join organizations.unit d on d.id = c.to_school_id`

const judged = (scope: MeasureScope) => sql`
  select r.district_id, r.school_id, r.school_year, r.id, r.teacher_id, r.from_school_id, r.to_school_id, r.form,
    r.start_on, r.status, p.name, p.pinyin, p.staff_no, p.title, p.backbone, v.fault,
    row_number() over (partition by r.district_id, r.teacher_id, r.school_year, v.fault order by r.start_on, r.id) as turn
  from mobility.rotation r
  left join people.teacher_year t
    on t.district_id = r.district_id and t.teacher_id = r.teacher_id and t.school_year = r.school_year
  left join people.eligible_row e
    on e.district_id = r.district_id and e.teacher_id = r.teacher_id and e.school_year = r.school_year
  left join people.eligible_list l on l.district_id = t.district_id and l.school_id = t.school_id
    and l.school_year = t.school_year and l.thawed_at is null
  cross join lateral (select coalesce(t.name, e.name) as name, coalesce(t.pinyin, e.pinyin) as pinyin,
    coalesce(t.staff_no, e.staff_no) as staff_no,
    case when t.teacher_id is null then e.title else t.title end as title,
    case when t.teacher_id is null then e.backbone else t.backbone end as backbone) p
  cross join lateral (select case
    when r.status = '已撤销' then '已撤销'
    when r.status not in ('已生效', '已结束') then '尚未生效（' || r.status || '）'
    when coalesce(e.eligible, t.eligible) is null then '不在本学年教师名册中'
    when e.teacher_id is null and l.id is not null then '名单冻结后才登记'
    when not coalesce(e.eligible, t.eligible) then '本学年不符合交流条件'
    else '' end as fault) v
  where ${inScope('r', scope)}`

const once = sql`case when j.fault <> '' then j.fault when j.turn > 1 then '同一教师的第二条记录' else '' end`

/** The rotations that count, one a teacher: what the figure counts, and what flows between schools. */
export const counted = (scope: MeasureScope): RawBuilder<unknown> =>
  sql`select j.* from (${judged(scope)}) j where ${once} = ''`

const andAlso = (holds: RawBuilder<unknown>, otherwise: RawBuilder<unknown>) => sql`
  case when j.fault <> '' then j.fault when j.turn > 1 then '同一教师的第二条记录' when ${holds} then '' else ${otherwise} end`

const ofRotations = {
  source: 'mobility.rotations',
  alsoFrom: ['people.teachers'],
  unit: '人',
  fold: 'sum',
  aboutPersons: true,
  subjectTitle: '教师',
  columns: [
    { key: 'staffNo', title: '工号', personal: 'number' },
    { key: 'fromSchool', title: '流出学校' },
    { key: 'toSchool', title: '流入学校' },
    { key: 'form', title: '交流方式' },
    { key: 'startOn', title: '开始日期', kind: 'day' },
    { key: 'status', title: '状态' },
    { key: 'title', title: '职称' },
    { key: 'backbone', title: '骨干类别' },
  ],
} as const

export const measures: readonly Measure[] = [
  {
    ...ofRotations,
    name: 'mobility.rotated',
    title: '交流轮岗教师',
    rule: '符合交流条件、本学年至少有一次已生效或已结束的跨校交流的教师，每人只计一次；交流归入开始日期所在的学年。',
    select: rotations(once),
  },
  {
    ...ofRotations,
    name: 'mobility.rotated-backbone',
    title: '交流轮岗的骨干教师',
    rule: '交流轮岗教师中，本学年名册的骨干类别不为空的。',
    select: rotations(andAlso(sql`j.backbone is not null`, sql`'不是骨干教师'`)),
  },
  {
    ...ofRotations,
    name: 'mobility.rotated-senior',
    title: '交流轮岗的高级教师',
    rule: '交流轮岗教师中，本学年名册的职称是高级教师或正高级教师的。',
    select: rotations(andAlso(sql`j.title in ('高级教师', '正高级教师')`, sql`'不是高级教师'`)),
  },
]
