import { sql } from 'kysely'
import { inScope, type Measure, type MeasureScope } from '#platform/measure.ts'
import { STOCK } from './stock.sql.ts'

/**
 * What is in stock counts in every school year from that in which it was admitted until that in which it is taken back:
 * the years are those of which the school's stock is on record. What a course was, its versions tell year by year.
 */
const endOf = (year: string) => sql`make_timestamptz(${sql.ref(year)} + 1, 9, 1, 0, 0, 0, 'Asia/Shanghai')`

const premium = (scope: MeasureScope) => sql`
  select y.district_id, y.school_id, y.school_year, e.id::text as fact_id, e.id::text as subject_id, v.name as subject,
    v.name as subject_order, '' as part, 1 as weight, r.reason = '' as counted, r.reason,
    jsonb_build_object('stage', array_to_string(e.stages, '、'), 'theme', concat_ws('、', e.subject, e.theme),
      'admittedOn', e.admitted_on) as cells
  from platform.recorded y
  join courses.entry e on e.district_id = y.district_id and e.school_id = y.school_id
  cross join lateral (select v.name, v.kinds from courses.version v where v.district_id = e.district_id
    and v.entry_id = e.id and v.published_at < ${endOf('y.school_year')} order by v.number desc limit 1) v
  cross join lateral (select case
    when e.origin_id is not null then '引进的课程，计在原来的学校'
    when not '精品' = any (v.kinds) then '没有认定为精品'
    when e.withdrawn_at < ${endOf('y.school_year')} then '已下架'
    else '' end as reason) r
  where y.source = ${STOCK} and ${inScope('y', scope)}`

const paths = (scope: MeasureScope) => sql`
  select y.district_id, y.school_id, y.school_year, p.id::text as fact_id, p.id::text as subject_id,
    p.shown->>'name' as subject, p.shown->>'name' as subject_order, '' as part, 1 as weight, r.reason = '' as counted,
    r.reason, jsonb_build_object('steps', s.steps, 'theme', p.shown->>'theme', 'admittedOn', p.admitted_on) as cells
  from platform.recorded y
  join courses.path p on p.district_id = y.district_id and p.school_id = y.school_id and p.published > 0
    and p.admitted_on < ${endOf('y.school_year')}
  cross join lateral (select string_agg(o->>'step', '、' order by n) as steps, count(e.id) as there
    from jsonb_array_elements(p.shown->'steps') with ordinality as t (o, n)
    left join courses.entry e on e.district_id = p.district_id and e.id = (o->>'courseId')::uuid
      and (e.withdrawn_at is null or e.withdrawn_at >= ${endOf('y.school_year')})) s
  cross join lateral (select case
    when p.withdrawn_at < ${endOf('y.school_year')} then '已下架'
    when s.there < 2 then '课程下架，不足两段'
    else '' end as reason) r
  where y.source = ${STOCK} and ${inScope('y', scope)}`

const ofStock = { source: STOCK, fold: 'sum', aboutPersons: false } as const

export const stockMeasures: readonly Measure[] = [
  {
    ...ofStock,
    name: 'courses.premium',
    title: '精品课程',
    unit: '门',
    rule: '课程库认定为“精品”的课程，计在开发学校；从认定的学年起每学年都计，下架的学年起不计。引进的课程不再计。',
    subjectTitle: '课程',
    columns: [
      { key: 'stage', title: '学段' },
      { key: 'theme', title: '学科或主题' },
      { key: 'admittedOn', title: '入库日期', kind: 'day' },
    ],
    select: premium,
  },
  {
    ...ofStock,
    name: 'courses.paths',
    title: '长程课程',
    unit: '门',
    rule: '学区办审定入库的长程课程，计在牵头学校；从入库的学年起每学年都计，下架的学年起不计；至少有两段的课程没有下架。',
    subjectTitle: '长程课程',
    columns: [
      { key: 'steps', title: '各段' },
      { key: 'theme', title: '主题' },
      { key: 'admittedOn', title: '入库日期', kind: 'day' },
    ],
    select: paths,
  },
]
