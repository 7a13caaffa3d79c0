import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'

export interface PlanCellRow {
  planFrom: string
  planUntil: string
  tier: string
  field: string
  hundredths: number
}

/** Puts on file what the plans ask in a district, where it stands there otherwise. Returns how many cells that changes. */
export async function savePlanCells(db: Db, districtId: number, cells: readonly PlanCellRow[]): Promise<number> {
  const wanted = sql`select * from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb)
    as n ("planFrom" date, "planUntil" date, tier text, field text, hundredths int)`
  const gone = await sql`delete from training.plan_cell p where p.district_id = ${districtId} and not exists (
    select from (${wanted}) n where (n."planFrom", n."planUntil", n.tier, n.field, n.hundredths)
      = (p.plan_from, p.plan_until, p.tier, p.field, p.hundredths))`.execute(db)
  const added = await sql`insert into training.plan_cell (district_id, plan_from, plan_until, tier, field, hundredths)
    select ${districtId}::int, n.* from (${wanted}) n on conflict do nothing`.execute(db)
  return Number((gone.numAffectedRows ?? 0n) + (added.numAffectedRows ?? 0n))
}

/** Of which credits: of some districts, or of some teachers of them. */
export interface CounterScope {
  districtIds: readonly number[]
  teacherIds?: readonly string[]
}

const inScope = (table: string, { districtIds, teacherIds }: CounterScope): RawBuilder<unknown> =>
  sql`${sql.ref(`${table}.district_id`)} = any (${districtIds}::int[])
    and ${teacherIds ? sql`${sql.ref(`${table}.teacher_id`)} = any (${teacherIds}::uuid[])` : sql`true`}`

/** A cell of the matrix: whose, and in which field. */
interface Cell {
  tier: string
  field: string
}

/** The cells in which any of the credits lie: few, whatever the plans and however many the credits. */
async function cellsIn(db: Db, scope: CounterScope): Promise<Cell[]> {
  const { rows } = await sql<Cell>`select distinct c.tier, c.field from training.credit c
    where ${inScope('c', scope)} order by 1, 2`.execute(db)
  return rows
}

/** One expression for each of the cells, which are numbered in their order. */
const ofEach = (cells: readonly Cell[], write: (n: number, cell: Cell) => RawBuilder<unknown>, between: string) =>
  sql.join(cells.map((cell, n) => write(n, cell)), sql.raw(between)) // prettier-ignore

const gained = (n: number) => sql.ref(`r.gained${n}`)
const asked = (n: number) => sql.ref(`p.asked${n}`)
const column = (name: string) => sql.raw(`"${name}"`)

/**
 * What the counters should be, from the credits alone. The cells stand beside one another, so that the credits are put
 * together once, by teacher, and not first by teacher and cell.
 */
function counted(scope: CounterScope, cells: readonly Cell[]): RawBuilder<unknown> {
  const numbered = ofEach(cells, (n, { tier, field }) => sql`(${tier}, ${field}, ${sql.lit(n)})`, ', ')
  const inCell = (n: number) =>
    sql`sum(c.hundredths) filter (where k.n = ${sql.lit(n)})::int as ${column(`gained${n}`)}`
  const inPlan = (n: number, { tier, field }: Cell) =>
    sql`coalesce(max(hundredths) filter (where tier = ${tier} and field = ${field}), 0) as ${column(`asked${n}`)}`
  return sql`
    select r.district_id, r.teacher_id, r.plan_from, (r.latest % 10000000000)::int as school_id, r.total,
      ${ofEach(cells, (n) => sql`least(coalesce(${gained(n)}, 0), ${asked(n)})`, ' + ')} as counted, r.credits,
      jsonb_strip_nulls(jsonb_build_object(${ofEach(cells, (n, { tier, field }) => sql`${`${tier}/${field}`}::text, ${gained(n)}`, ', ')})) as cells
    from (
      select c.district_id, c.teacher_id, p.plan_from, sum(c.hundredths)::int as total, count(*)::int as credits,
        max((c.earned_on - date '2000-01-01') * 10000000000 + c.school_id) as latest,
        ${ofEach(cells, inCell, ', ')}
      from training.credit c
      join (values ${numbered}) k (tier, field, n) on k.tier = c.tier and k.field = c.field
      join (select distinct district_id, plan_from, plan_until from training.plan_cell) p
        on p.district_id = c.district_id and c.earned_on between p.plan_from and p.plan_until
      where ${inScope('c', scope)}
      group by c.district_id, c.teacher_id, p.plan_from) r
    join (select district_id, plan_from, ${ofEach(cells, inPlan, ', ')} from training.plan_cell group by 1, 2) p
      on p.district_id = r.district_id and p.plan_from = r.plan_from`
}

/** Counts anew. As the owner: no person's rights decide what a sum comes to. */
export async function recountCredits(db: Db, scope: CounterScope): Promise<void> {
  await sql`delete from training.teacher_credit t where ${inScope('t', scope)}`.execute(db)
  const cells = await cellsIn(db, scope)
  if (cells.length === 0) return
  await sql`insert into training.teacher_credit
    (district_id, teacher_id, plan_from, school_id, total, counted, credits, cells) ${counted(scope, cells)}`.execute(
    db,
  )
}

/** The same in the plainest way, by teacher and cell first: what the quicker one is held against. */
const plainlyCounted = (districtIds: readonly number[]): RawBuilder<unknown> => sql`
  select r.district_id, r.teacher_id, r.plan_from, (max(r.latest) % 10000000000)::int as school_id,
    sum(r.hundredths)::int as total, sum(least(r.hundredths, coalesce(k.hundredths, 0)))::int as counted,
    sum(r.credits)::int as credits, jsonb_object_agg(r.tier || '/' || r.field, r.hundredths) as cells
  from (
    select c.district_id, c.teacher_id, p.plan_from, c.tier, c.field, sum(c.hundredths)::int as hundredths,
      count(*) as credits, max((c.earned_on - date '2000-01-01') * 10000000000 + c.school_id) as latest
    from training.credit c
    join (select distinct district_id, plan_from, plan_until from training.plan_cell) p
      on p.district_id = c.district_id and c.earned_on between p.plan_from and p.plan_until
    where ${inScope('c', { districtIds })}
    group by c.district_id, c.teacher_id, p.plan_from, c.tier, c.field) r
  left join training.plan_cell k on k.district_id = r.district_id and k.plan_from = r.plan_from
    and k.tier = r.tier and k.field = r.field
  group by r.district_id, r.teacher_id, r.plan_from`

/** How many counters of some districts are not what the credits come to. */
export async function countDifferences(db: Db, districtIds: readonly number[]): Promise<number> {
  const kept = sql`select district_id, teacher_id, plan_from, school_id, total, counted, credits, cells
    from training.teacher_credit where district_id = any (${districtIds}::int[])`
  const { rows } = await sql<{ n: number }>`with counted as materialized (${plainlyCounted(districtIds)})
    select ((select count(*) from (${kept} except select * from counted) a)
      + (select count(*) from (select * from counted except ${kept}) b))::int as n`.execute(db)
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
