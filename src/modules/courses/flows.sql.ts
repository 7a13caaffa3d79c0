import { sql } from 'kysely'
import type { Flow } from '#platform/flow.ts'
import { inScope } from '#platform/measure.ts'

export const flows: readonly Flow[] = [
  {
    name: 'courses.co-built',
    title: '牵头共建课程',
    unit: '门',
    select: (scope) => sql`
      select c.school_id as from_school_id, p.school_id as to_school_id, c.school_year, count(*)::int as weight
      from courses.course c cross join lateral unnest(c.partner_school_ids) as p (school_id)
      where ${inScope('c', scope)} and c.co_built and p.school_id <> c.school_id
      group by 1, 2, 3`,
  },
]
