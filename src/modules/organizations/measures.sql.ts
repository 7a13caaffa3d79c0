import { sql, type RawBuilder } from 'kysely'
import { inScope, type Measure, type MeasureScope } from '#platform/measure.ts'

/** What each school was in a school year, by that year's ledger. */
const schools = (verdict: { weight: RawBuilder<unknown>; reason: RawBuilder<unknown> }) => (scope: MeasureScope) => sql`
    select p.district_id, p.school_id, p.school_year, p.school_id::text as fact_id, p.school_id::text as subject_id,
      p.name as subject, u.pinyin as subject_order, '' as part, ${verdict.weight} as weight,
      ${verdict.reason} = '' as counted, ${verdict.reason} as reason,
      jsonb_build_object('kind', p.kind, 'ownership', p.ownership, 'campuses', p.campuses, 'pupils', p.pupils) as cells
    from organizations.school_profile p
    left join organizations.unit u on u.id = p.school_id
    where ${inScope('p', scope)}`

const pupils = sql`coalesce(p.pupils, 0)`
const notKindergarten = sql`case when p.kind = '幼儿园' then '' else '不是幼儿园' end`
const notPublicKindergarten = sql`
  case when p.kind is distinct from '幼儿园' then '不是幼儿园' when p.ownership = '公办' then '' else '不是公办' end`

const ofSchools = {
  source: 'organizations.schools',
  fold: 'sum',
  aboutPersons: false,
  subjectTitle: '学校',
  columns: [
    { key: 'kind', title: '办学类型' },
    { key: 'ownership', title: '办学性质' },
    { key: 'campuses', title: '校区数', kind: 'number' },
    { key: 'pupils', title: '在校生数', kind: 'number' },
  ],
} as const

export const measures: readonly Measure[] = [
  {
    ...ofSchools,
    name: 'organizations.schools',
    title: '学校',
    unit: '所',
    rule: '本学年学校表中的学校。',
    select: schools({ weight: sql`1`, reason: sql`''` }),
  },
  {
    ...ofSchools,
    name: 'organizations.campuses',
    title: '校区',
    unit: '个',
    rule: '本学年学校表中各校的校区数相加。',
    select: schools({ weight: sql`coalesce(p.campuses, 0)`, reason: sql`''` }),
  },
  {
    ...ofSchools,
    name: 'organizations.kindergarten-pupils',
    title: '幼儿园在园幼儿',
    unit: '人',
    rule: '办学类型为幼儿园的学校，在校生数相加；托育园不计。',
    select: schools({ weight: pupils, reason: notKindergarten }),
  },
  {
    ...ofSchools,
    name: 'organizations.public-kindergarten-pupils',
    title: '公办幼儿园在园幼儿',
    unit: '人',
    rule: '办学类型为幼儿园、办学性质为公办的学校，在校生数相加。',
    select: schools({ weight: pupils, reason: notPublicKindergarten }),
  },
]
