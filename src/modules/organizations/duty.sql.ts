import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { DutyLine } from './duty.contract.ts'

const columns = sql`d.id, d.school_id, s.short_name as school, d.stage, d.from_day, d.until_day`

/** Whose turn it was and is in a cluster, the latest first. */
export async function listDuties(db: Db, clusterId: number): Promise<DutyLine[]> {
  const { rows } = await sql<DutyLine>`
    select ${columns} from organizations.duty d join organizations.unit s on s.id = d.school_id
    where d.cluster_id = ${clusterId}
    order by d.from_day desc, array_position(array['学前', '小学', '中学', '初中', '高中', '中职', '社区'], d.stage)`.execute(
    db,
  )
  return rows
}

export async function findDuty(db: Db, id: string): Promise<(DutyLine & { clusterId: number }) | undefined> {
  const { rows } = await sql<DutyLine & { clusterId: number }>`
    select ${columns}, d.cluster_id
    from organizations.duty d join organizations.unit s on s.id = d.school_id where d.id = ${id}`.execute(db)
  return rows[0]
}

export type DutyRow = Omit<DutyLine, 'school'> & { clusterId: number }

export async function saveDuty(db: Db, { id, clusterId, schoolId, stage, fromDay, untilDay }: DutyRow): Promise<void> {
  await sql`
    insert into organizations.duty (id, cluster_id, school_id, stage, from_day, until_day)
    values (${id}, ${clusterId}, ${schoolId}, ${stage}, ${fromDay}, ${untilDay})
    on conflict (id) do update set school_id = excluded.school_id, stage = excluded.stage,
      from_day = excluded.from_day, until_day = excluded.until_day`.execute(db)
}

export async function deleteDuty(db: Db, id: string): Promise<void> {
  await sql`delete from organizations.duty where id = ${id}`.execute(db)
}

/** The turns of a cluster's schools on any day of a school year, by school. */
export async function listDutiesIn(
  db: Db,
  clusterId: number,
  from: string,
  until: string,
): Promise<{ schoolId: number; stage: string }[]> {
  const { rows } = await sql<{ schoolId: number; stage: string }>`
    select distinct school_id, stage from organizations.duty
    where cluster_id = ${clusterId} and from_day <= ${until}::date and until_day >= ${from}::date
    order by 1, 2`.execute(db)
  return rows
}
