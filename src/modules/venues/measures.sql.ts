import { sql } from 'kysely'
import type { Measure } from '#platform/measure.ts'
import { judgedUses } from './judged-use.sql.ts'

export const measures: readonly Measure[] = [
  {
    name: 'venues.shared-uses',
    title: '场馆共享',
    rule: '使用学校不是提供学校的场馆使用，一次一行，计在提供学校；台账中与预约同一天、同一场馆、同一使用学校的，是同一次，只算一次。',
    source: 'venues.uses',
    unit: '次',
    fold: 'sum',
    aboutPersons: false,
    subjectTitle: '场馆',
    columns: [
      { key: 'kind', title: '场馆类别' },
      { key: 'usedOn', title: '日期', kind: 'day' },
      { key: 'userSchool', title: '使用学校' },
      { key: 'headCount', title: '人次', kind: 'number' },
    ],
    select: (scope) => sql`
      select v.district_id, v.school_id, v.school_year, v.id::text as fact_id, v.id::text as subject_id,
        v.venue_name as subject, v.venue_name as subject_order, v.venue_kind as part, 1 as weight,
        v.reason = '' as counted, v.reason,
        jsonb_build_object('kind', v.venue_kind, 'usedOn', v.used_on, 'userSchool', u.name, 'headCount', v.head_count) as cells
      from ${judgedUses(scope)} v
      left join organizations.unit u on u.id = v.user_school_id`,
  },
]
