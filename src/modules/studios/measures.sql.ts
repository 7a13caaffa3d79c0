import { sql } from 'kysely'
import { inScope, type Measure, type MeasureScope } from '#platform/measure.ts'
import { RETIRED } from './line.contract.ts'

/** Studios of retired teachers are in no ledger: what is known of them is what was registered here. */
export const SOURCE = 'studios.studios'

/** Studios of retired teachers, by the row that each has in the ledger of a school year in which it works: both stand where the school is. */
const silver = (scope: MeasureScope) => sql`
  select l.district_id, l.school_id, l.school_year, l.id::text as fact_id, l.studio_id::text as subject_id,
    l.name as subject, k.pinyin as subject_order, '' as part, 1 as weight, true as counted, '' as reason,
    jsonb_build_object('field', k.field, 'from', k.from_day) as cells
  from teaching_research.studio l
  join studios.counting k on k.district_id = l.district_id and k.studio_id = l.studio_id and k.line = ${RETIRED}
  where ${inScope('l', scope)}`

export const measures: readonly Measure[] = [
  {
    name: 'studios.silver',
    title: '银龄名师工作室',
    rule: '平台上登记、本学年在办的银龄名师工作室，计在所在学校。',
    source: SOURCE,
    unit: '个',
    fold: 'sum',
    aboutPersons: false,
    subjectTitle: '工作室',
    columns: [
      { key: 'field', title: '学科或领域' },
      { key: 'from', title: '开始日期', kind: 'day' },
    ],
    select: silver,
  },
]
