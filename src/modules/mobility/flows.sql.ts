import { sql } from 'kysely'
import type { Flow } from '#platform/flow.ts'
import { counted } from './measures.sql.ts'

export const flows: readonly Flow[] = [
  {
    name: 'mobility.rotated',
    title: '交流轮岗教师',
    unit: '人',
    select: (scope) => sql`
      select c.from_school_id, c.to_school_id, c.school_year, count(*)::int as weight
      from (${counted(scope)}) c
      group by 1, 2, 3`,
  },
]
