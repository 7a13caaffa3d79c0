import { sql } from 'kysely'
import type { Flow } from '#platform/flow.ts'
import { inScope } from '#platform/measure.ts'

export const flows: readonly Flow[] = [
  {
    name: 'teaching-research.mentored',
    title: '跨校带教',
    unit: '人',
    select: (scope) => sql`
      select m.mentor_school_id as from_school_id, m.school_id as to_school_id, m.school_year,
        count(distinct m.mentee_id)::int as weight
      from teaching_research.mentoring m
      where ${inScope('m', scope)} and m.mentor_school_id <> m.school_id
      group by 1, 2, 3`,
  },
]
