import { sql, type RawBuilder } from 'kysely'
import { inScope, type Measure, type MeasureScope } from '#platform/measure.ts'
import { activityMeasures } from './activity-measures.sql.ts'

/** Every school of that year's list, each with whether it has what is asked for. */
const schools =
  (joined: RawBuilder<unknown>, reason: RawBuilder<unknown>, cells: RawBuilder<unknown>) =>
  (scope: MeasureScope) => sql`
    select p.district_id, p.school_id, p.school_year, p.school_id::text as fact_id, p.school_id::text as subject_id,
      p.name as subject, u.pinyin as subject_order, '' as part, 1 as weight, v.reason = '' as counted, v.reason,
      ${cells} as cells
    from organizations.school_profile p
    left join organizations.unit u on u.id = p.school_id
    ${joined}
    cross join lateral (select ${reason} as reason) v
    where ${inScope('p', scope)}`

const yearEnd = sql`make_date(p.school_year + 1, 8, 31)`

/** What a school has that stands at the end of the year; of a year that is not over: that has not expired so far. */
const aid = sql`
  left join lateral (
    select count(*) filter (where i.kind = 'AED') as aeds, coalesce(sum(i.people), 0) as people, max(i.until_day) as until
    from pupil_services.aid i
    where i.district_id = p.district_id and i.school_id = p.school_id and i.from_year <= p.school_year
      and (i.ended_on is null or i.ended_on > ${yearEnd}) and not (i.lapsed and i.until_day < ${yearEnd})) i on true`
const aidCells = sql`jsonb_build_object('aeds', i.aeds, 'people', i.people, 'until', i.until)`
const noAed = sql`case when i.aeds > 0 then '' else '没有在有效期内的AED' end`
const noTraining = sql`case when i.people > 0 then '' else '没有在有效期内的救护培训' end`
const notBoth = sql`case when i.aeds > 0 and i.people > 0 then '' when i.aeds > 0 then '没有在有效期内的救护培训'
  when i.people > 0 then '没有在有效期内的AED' else 'AED和救护培训都没有' end`

const ofSchools = {
  alsoFrom: ['organizations.schools'],
  unit: '所',
  fold: 'sum',
  aboutPersons: false,
  subjectTitle: '学校',
} as const

const ofAid = {
  ...ofSchools,
  source: 'pupil-services.aid',
  columns: [
    { key: 'aeds', title: '有效的AED（台）', kind: 'number' },
    { key: 'people', title: '持证人数', kind: 'number' },
    { key: 'until', title: '最晚到期日', kind: 'day' },
  ],
} as const

export const measures: readonly Measure[] = [
  {
    ...ofSchools,
    name: 'pupil-services.parent-schools',
    title: '建立家长学校的学校',
    source: 'pupil-services.parent-schools',
    rule: '本学年学校表中的学校，登记的家长学校建立日期不晚于本学年最后一天的计入；没有登记的算还没有建立。',
    columns: [
      { key: 'establishedOn', title: '建立日期', kind: 'day' },
      { key: 'lessons', title: '年课时', kind: 'number' },
    ],
    select: schools(
      sql`left join pupil_services.parent_school s
        on s.district_id = p.district_id and s.school_id = p.school_id and s.school_year = p.school_year`,
      sql`case when s.established_on <= ${yearEnd} then '' when s.school_id is null then '还没有登记' else '还没有建立' end`,
      sql`jsonb_build_object('establishedOn', s.established_on, 'lessons', s.lessons)`,
    ),
  },
  {
    ...ofAid,
    name: 'pupil-services.aid-schools',
    title: '完成AED布局及救护培训的学校',
    rule: '至少有一台在有效期内的AED，并且至少有一人的救护培训证书在有效期内的学校，两样都有才计入；过去的学年按学年最后一天看。',
    select: schools(aid, notBoth, aidCells),
  },
  {
    ...ofAid,
    name: 'pupil-services.aed-schools',
    title: '布局AED的学校',
    rule: '至少有一台在有效期内的AED的学校；过去的学年按学年最后一天看。',
    select: schools(aid, noAed, aidCells),
  },
  {
    ...ofAid,
    name: 'pupil-services.trained-schools',
    title: '有救护培训持证人员的学校',
    rule: '至少有一人的救护培训证书在有效期内的学校；过去的学年按学年最后一天看。',
    select: schools(aid, noTraining, aidCells),
  },
  {
    ...ofSchools,
    name: 'pupil-services.joint-schools',
    title: '参加联合活动的学校',
    source: 'pupil-services.activities',
    rule: '本学年学校表中的学校，至少参加过一次有两所以上学校参加的活动的计入。',
    columns: [{ key: 'activities', title: '参加的联合活动', kind: 'number' }],
    select: schools(
      sql`left join lateral (select count(*) as n from pupil_services.part mine
        join pupil_services.activity a on a.district_id = mine.district_id and a.id = mine.activity_id
        where mine.district_id = p.district_id and mine.school_id = p.school_id and a.school_year = p.school_year
          and (select count(*) from pupil_services.part o
            where o.district_id = a.district_id and o.activity_id = a.id) > 1) j on true`,
      sql`case when j.n > 0 then '' else '没有参加过联合活动' end`,
      sql`jsonb_build_object('activities', j.n)`,
    ),
  },
  ...activityMeasures,
  {
    name: 'pupil-services.services',
    title: '专项服务',
    source: 'pupil-services.months',
    unit: '次',
    fold: 'sum',
    aboutPersons: false,
    subjectTitle: '服务',
    rule: '各校每月填报的专项服务次数相加；转介不算服务。明细按学校和学年合计，不到月份。',
    columns: [
      { key: 'school', title: '学校' },
      { key: 'people', title: '人次', kind: 'number' },
    ],
    select: (scope) => sql`
      select c.district_id, c.school_id, c.school_year, c.school_id || '-' || c.school_year || '-' || c.item as fact_id,
        c.item as subject_id, i.title as subject, lpad(i.position::text, 3, '0') as subject_order, i.title as part,
        sum(c.times)::int as weight, true as counted, '' as reason,
        jsonb_build_object('school', u.name, 'people', sum(c.people)) as cells
      from pupil_services.month_count c
      join pupil_services.item i on i.code = c.item and not i.is_referral
      join organizations.unit u on u.id = c.school_id
      where ${inScope('c', scope)}
      group by c.district_id, c.school_id, c.school_year, c.item, i.title, i.position, u.name`,
  },
]
