import { sql, type RawBuilder } from 'kysely'
import type { Reader } from './visible.rules.ts'

/** True for a course of courses.entry, standing as `table`, that the reader finds: what `isVisible` says, in SQL. */
export function visibleTo(reader: Reader, table = 'e'): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${table}.${column}`)
  return sql<boolean>`(${reader.all}::boolean
    or ${of('district_id')} = any (${reader.districtIds}::int[])
    or ${of('cluster_id')} = any (${reader.officeIds}::int[])
    or ${of('school_id')} = any (${reader.schoolIds}::int[])
    or ${of('partner_school_ids')} && ${reader.schoolIds}::int[]
    or (${of('state')} = '专家评审' and ${of('cluster_id')} = any (${reader.expertIds}::int[]))
    or (${of('published')} > 0 and ${of('withdrawn_at')} is null and (${of('audience')} = '公开'
      or (${of('audience')} = '全区' and ${of('district_id')} = any (${reader.homeDistrictIds}::int[]))
      or (${of('audience')} = '学区' and ${of('cluster_id')} = any (${reader.clusterIds}::int[])))))`
}
