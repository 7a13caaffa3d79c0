import { sql } from 'kysely'
import type { Flow } from '#platform/flow.ts'
import { judgedUses } from './judged-use.sql.ts'

export const flows: readonly Flow[] = [
  {
    name: 'venues.shared-uses',
    title: '场馆共享',
    unit: '次',
    select: (scope) => sql`
      select v.school_id as from_school_id, v.user_school_id as to_school_id, v.school_year, count(*)::int as weight
      from ${judgedUses(scope)} v where v.reason = ''
      group by 1, 2, 3`,
  },
]
