import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { EventLine, Form } from './event-line.contract.ts'
import type { UnionKey } from './union.sql.ts'

export interface PlanRow {
  districtId: number
  id: string
  unionId: string
  schoolYear: number
  month: number
  form: Form
  theme: string
  hostId: number
  host: string
  words: string
  confirmedOn: string | null
  eventId: string | null
  eventStatus: EventLine['status'] | null
}

/** Lines of plans, each with the event that it became, unless that was called off. */
const lines = sql`
  select p.district_id, p.id, p.union_id, p.school_year, p.month, p.form, p.theme, p.school_id as host_id, s.name as host, p.words,
    p.confirmed_on, e.id as event_id, e.status as event_status
  from teaching_research.plan_line p
  join organizations.unit s on s.id = p.school_id
  left join teaching_research.event e on e.district_id = p.district_id and e.plan_line_id = p.id and e.status <> '已取消'`

export async function listPlan(db: Db, { districtId, id }: UnionKey, schoolYear: number): Promise<PlanRow[]> {
  const { rows } = await sql<PlanRow>`${lines}
    where p.district_id = ${districtId} and p.union_id = ${id}::uuid and p.school_year = ${schoolYear}::smallint
    order by (p.month + 3) % 12, p.id`.execute(db)
  return rows
}

export async function findPlanLine(db: Db, districtIds: readonly number[], id: string): Promise<PlanRow | undefined> {
  const { rows } = await sql<PlanRow>`${lines}
    where p.district_id = any (${districtIds}::int[]) and p.id = ${id}::uuid`.execute(db)
  return rows[0]
}

export interface NewPlanLine {
  districtId: number
  id: string
  unionId: string
  schoolYear: number
  month: number
  form: Form
  theme: string
  schoolId: number
  words: string
  writtenAt: Date
  writtenBy: string
}

export async function insertPlanLine(db: Db, line: NewPlanLine): Promise<void> {
  await db.insertInto('teachingResearch.planLine').values(line).execute()
}

export async function deletePlanLine(db: Db, { districtId, id }: { districtId: number; id: string }): Promise<void> {
  await db.deleteFrom('teachingResearch.planLine').where('districtId', '=', districtId).where('id', '=', id).execute()
}

/** Confirms what waits of a union's plan of a year; how many lines that were. */
export async function confirmPlan(
  db: Db,
  { districtId, id }: UnionKey,
  schoolYear: number,
  by: { confirmedOn: string; confirmedBy: string },
): Promise<number> {
  const rows = await db
    .updateTable('teachingResearch.planLine')
    .set(by)
    .where('districtId', '=', districtId)
    .where('unionId', '=', id)
    .where('schoolYear', '=', schoolYear)
    .where('confirmedOn', 'is', null)
    .returning('id')
    .execute()
  return rows.length
}

/** The unions of a cluster whose plans wait to be confirmed, with how many lines of which year. */
export async function listWaitingPlans(
  db: Db,
  districtIds: readonly number[],
  clusterId: number,
): Promise<{ unionId: string; name: string; schoolYear: number; n: number }[]> {
  const { rows } = await sql<{ unionId: string; name: string; schoolYear: number; n: number }>`
    select u.id as union_id, u.name, p.school_year, count(*)::int as n
    from teaching_research.plan_line p
    join teaching_research.research_union u on u.district_id = p.district_id and u.id = p.union_id
    where p.district_id = any (${districtIds}::int[]) and u.cluster_id = ${clusterId} and p.confirmed_on is null
    group by 1, 2, 3, u.pinyin order by u.pinyin collate "C", p.school_year`.execute(db)
  return rows
}
