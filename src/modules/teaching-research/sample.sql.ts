import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { ClusterKey } from './union.sql.ts'

/** A union as the ledgers tell of it. */
export interface SampleUnion {
  unionName: string
  firstYear: number
  schoolIds: number[]
  stages: string[]
  /** Who gave most of what it held in its latest year, with the school. */
  lecturer: { teacherId: string; schoolId: number } | null
}

/** The unions of a cluster as its activities name them. */
export async function listSampleUnions(db: Db, { districtId, clusterId }: ClusterKey): Promise<SampleUnion[]> {
  const { rows } = await sql<SampleUnion>`
    select a.union_name, min(a.school_year) as first_year, array_agg(distinct a.school_id) as school_ids,
      array(select distinct t.stage from people.teacher_year t where t.district_id = ${districtId} and t.stage is not null
        and t.school_id = any (array_agg(distinct a.school_id))) as stages,
      (select jsonb_build_object('teacherId', g.lecturer_id, 'schoolId', g.school_id)
        from (select l.lecturer_id, l.school_id, l.school_year, count(*) as n from teaching_research.activity l
          where l.district_id = ${districtId} and l.cluster_id = ${clusterId} and l.union_name = a.union_name
            and exists (select from people.teacher_year t where t.district_id = l.district_id and t.teacher_id = l.lecturer_id
              and t.school_id = l.school_id and t.school_year = l.school_year)
          group by 1, 2, 3 order by 3 desc, n desc, l.lecturer_id limit 1) g) as lecturer
    from teaching_research.activity a
    where a.district_id = ${districtId} and a.cluster_id = ${clusterId}
    group by a.union_name order by a.union_name`.execute(db)
  return rows
}
