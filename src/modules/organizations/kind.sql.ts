import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { coversYear } from './membership.sql.ts'

/** The members of one kind in a school year: how many schools, campuses and pupils. */
export interface KindOfYear {
  /** null where the ledger does not say. */
  kind: string | null
  schools: number
  campuses: number | null
  pupils: number | null
}

const order = [
  '托育',
  '幼儿园',
  '小学',
  '初级中学',
  '九年一贯制学校',
  '完全中学',
  '高级中学',
  '中等职业学校',
  '社区学校',
]

/** What the members of a cluster were in a school year, from the youngest pupils on. */
export async function listKindsOfYear(db: Db, clusterId: number, schoolYear: number): Promise<KindOfYear[]> {
  const { rows } = await sql<KindOfYear>`
    select p.kind, count(*)::int as schools, sum(p.campuses)::int as campuses, sum(p.pupils)::int as pupils
    from organizations.membership m
    join organizations.unit s on s.id = m.school_id
    left join organizations.school_profile p
      on p.district_id = s.district_id and p.school_id = s.id and p.school_year = ${schoolYear}
    where m.cluster_id = ${clusterId} and ${coversYear(sql`${schoolYear}::int`)}
    group by p.kind
    order by array_position(${order}::text[], p.kind) nulls last`.execute(db)
  return rows
}
