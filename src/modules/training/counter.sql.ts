import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'

export interface PlanCellRow {
  planFrom: string
  planUntil: string
  tier: string
  field: string
  hundredths: number
}

/** Puts on file what the plans ask in a district, where it stands there otherwise. */
export async function savePlanCells(db: Db, districtId: number, cells: readonly PlanCellRow[]): Promise<void> {
  const wanted = sql`select * from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb)
    as n ("planFrom" date, "planUntil" date, tier text, field text, hundredths int)`
  await sql`delete from training.plan_cell p where p.district_id = ${districtId} and not exists (
    select from (${wanted}) n where (n."planFrom", n."planUntil", n.tier, n.field, n.hundredths)
      = (p.plan_from, p.plan_until, p.tier, p.field, p.hundredths))`.execute(db)
  await sql`insert into training.plan_cell (district_id, plan_from, plan_until, tier, field, hundredths)
    select ${districtId}::int, n.* from (${wanted}) n on conflict do nothing`.execute(db)
}

/** Of which credits: of some districts, or of some teachers of them. */
export interface CounterScope {
  districtIds: readonly number[]
  teacherIds?: readonly string[]
}

const inScope = (table: string, { districtIds, teacherIds }: CounterScope): RawBuilder<unknown> =>
  sql`${sql.ref(`${table}.district_id`)} = any (${districtIds}::int[])
    and ${teacherIds ? sql`${sql.ref(`${table}.teacher_id`)} = any (${teacherIds}::uuid[])` : sql`true`}`

/** What the counters should be, from the credits alone. */
export const counted = (scope: CounterScope): RawBuilder<unknown> => sql`
  select r.district_id, r.teacher_id, r.plan_from, (max(r.latest) % 10000000000)::int as school_id,
    sum(r.hundredths)::int as total, sum(least(r.hundredths, coalesce(k.hundredths, 0)))::int as counted,
    sum(r.credits)::int as credits, jsonb_object_agg(r.tier || '/' || r.field, r.hundredths) as cells
  from (
    select c.district_id, c.teacher_id, p.plan_from, c.tier, c.field, sum(c.hundredths)::int as hundredths,
      count(*) as credits, max((c.earned_on - date '2000-01-01') * 10000000000 + c.school_id) as latest
    from training.credit c
    join (select distinct district_id, plan_from, plan_until from training.plan_cell) p
      on p.district_id = c.district_id and c.earned_on between p.plan_from and p.plan_until
    where ${inScope('c', scope)}
    group by c.district_id, c.teacher_id, p.plan_from, c.tier, c.field) r
  left join training.plan_cell k on k.district_id = r.district_id and k.plan_from = r.plan_from
    and k.tier = r.tier and k.field = r.field
  group by r.district_id, r.teacher_id, r.plan_from`

/** Counts anew. As the owner: no person's rights decide what a sum comes to. */
export async function recountCredits(db: Db, scope: CounterScope): Promise<void> {
  await sql`delete from training.teacher_credit t where ${inScope('t', scope)}`.execute(db)
  await sql`insert into training.teacher_credit
    (district_id, teacher_id, plan_from, school_id, total, counted, credits, cells) ${counted(scope)}`.execute(db)
}

/** How many counters of some districts are not what a recount gives. */
export async function countDifferences(db: Db, districtIds: readonly number[]): Promise<number> {
  const kept = sql`select district_id, teacher_id, plan_from, school_id, total, counted, credits, cells
    from training.teacher_credit where district_id = any (${districtIds}::int[])`
  const { rows } = await sql<{ n: number }>`
    select ((select count(*) from (${kept} except ${counted({ districtIds })}) a)
      + (select count(*) from (${counted({ districtIds })} except ${kept}) b))::int as n`.execute(db)
  return rows[0]!.n
}

export interface CounterRow {
  teacherId: string
  total: number
  counted: number
  cells: Record<string, number>
}

/** The counters of teachers in the plan that began on a day. */
export async function listCounters(
  db: Db,
  districtId: number,
  teacherIds: readonly string[],
  planFrom: string,
): Promise<CounterRow[]> {
  const { rows } = await sql<CounterRow>`
    select teacher_id, total, counted, cells from training.teacher_credit
    where district_id = ${districtId} and teacher_id = any (${teacherIds}::uuid[]) and plan_from = ${planFrom}::date`.execute(
    db,
  )
  return rows
}
