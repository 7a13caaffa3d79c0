import { sql } from 'kysely'
import type { Flow } from '#platform/flow.ts'

export const flows: readonly Flow[] = [
  {
    name: 'cover.lessons',
    title: '代课和兼课',
    unit: '节',
    select: ({ districtIds, schoolIds, schoolYears }) => sql`
      select g.school_id as from_school_id, g.to_school_id, g.school_year, count(*)::int as weight from cover.given g
      where g.district_id = any (${districtIds}::int[]) and g.school_year = any (${schoolYears}::smallint[])
        and (g.school_id = any (${schoolIds}::int[]) or g.to_school_id = any (${schoolIds}::int[]))
        and g.state = '已确认' and g.school_id <> g.to_school_id
      group by 1, 2, 3`,
  },
]
