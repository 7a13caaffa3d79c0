import { sql, type RawBuilder } from 'kysely'
import type { Db } from './database/database.ts'
import type { MovedFact, TeacherKey } from './teacher-facts.ts'

/** A table in which rows are a teacher's. In the SQL of it, r is a row of the one who goes, k a row of the one who stays. */
export interface TeacherRows {
  /** 'rotation_planning.wish' */
  table: string
  /** Which column says whose a row is; teacher_id if not said. */
  column?: string
  /** Which column tells the rows of a teacher apart; id if not said. */
  id?: string
  /** Which columns say under which school and school year a row counts; school_id, and in no year, if not said. */
  school?: string
  year?: string
  /** When both cannot be one person's; never if not said. */
  clash?: RawBuilder<unknown>
  /** Of two that clash: whether the row of the one who goes is the one to keep. */
  better?: RawBuilder<unknown>
}

const sameDistrict = sql`k.district_id = r.district_id`

/**
 * Gives the rows of one teacher to another. Of two that clash the better one stays; the other is taken out and written down
 * whole, so that `moveRowsBack` puts it where it was.
 */
export async function moveRows(db: Db, of: TeacherRows, from: TeacherKey, to: TeacherKey): Promise<MovedFact[]> {
  const aside = of.clash ? await setAside(db, of, { from, to, clash: of.clash }) : []
  const { table, own } = named(of)
  const { rows } = await sql<MovedFact>`
    update ${table} r set ${own} = ${to.teacherId}
    where r.district_id = ${from.districtId} and r.${own} = ${from.teacherId}
    returning ${`${markOf(of)}:`}::text || ${idOf(of)} as id, ${placeOf(of)}`.execute(db)
  return [...aside, ...rows]
}

/** Takes back what `moveRows` did: `ids` as it returned them, others are left alone. */
export async function moveRowsBack(
  db: Db,
  of: TeacherRows,
  ids: readonly string[],
  { from, to }: { from: TeacherKey; to: TeacherKey },
): Promise<void> {
  const { table, own } = named(of)
  const moved = [...under(ids, `${markOf(of)}:`), ...ids.filter((id) => PLAIN.test(id))]
  if (moved.length > 0)
    await sql`update ${table} r set ${own} = ${to.teacherId}
      where r.district_id = ${from.districtId} and r.${own} = ${from.teacherId}
        and ${idOf(of)} = any (${moved}::text[])`.execute(db)
  const aside = under(ids, `${markOf(of)}=`)
  if (aside.length > 0)
    await sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${`[${aside.join()}]`}::jsonb)
      on conflict do nothing`.execute(db)
}

/** Rows of another table that hang on rows of a teacher: '…_task' by 'member_id'. */
export interface HangingRows {
  table: string
  by: string
}

/** Hangs on the row that stays what hangs on one that `moveRows` is about to take out. */
export async function moveHanging(
  db: Db,
  of: TeacherRows,
  { table, by }: HangingRows,
  { from, to }: { from: TeacherKey; to: TeacherKey },
): Promise<MovedFact[]> {
  if (!of.clash) return []
  const { table: held, own } = named(of)
  const isBetter = of.better ?? sql`false`
  const { rows } = await sql<MovedFact>`
    update ${sql.table(table)} h set ${sql.ref(by)} = pair.stays
    from (select r.district_id, case when ${isBetter} then r.id else k.id end as stays,
        case when ${isBetter} then k.id else r.id end as goes
      from ${held} r join ${held} k on ${sameDistrict} and ${of.clash}
      where r.district_id = ${from.districtId} and r.${own} = ${from.teacherId} and k.${own} = ${to.teacherId}) pair
    where h.district_id = pair.district_id and h.${sql.ref(by)} = pair.goes
    returning ${`${table}>`}::text || h.id || '>' || pair.goes as id, h.school_id, 0 as school_year`.execute(db)
  return rows
}

/** Hangs them where they hung before; the rows they hung on are back by then. */
export async function moveHangingBack(
  db: Db,
  { table, by }: HangingRows,
  ids: readonly string[],
  districtId: number,
): Promise<void> {
  const pairs = under(ids, `${table}>`).map((pair) => pair.split('>'))
  if (pairs.length === 0) return
  await sql`
    update ${sql.table(table)} h set ${sql.ref(by)} = pair.was
    from unnest(${pairs.map(([id]) => id)}::uuid[], ${pairs.map(([, was]) => was)}::uuid[]) as pair (id, was)
    where h.district_id = ${districtId} and h.id = pair.id`.execute(db)
}

/** The rows of a table that `moveRows` took out, by what it returned. */
export const rowsAside = (of: TeacherRows, ids: readonly string[]): Record<string, unknown>[] =>
  under(ids, `${markOf(of)}=`).map((row) => JSON.parse(row) as Record<string, unknown>)

interface Sides {
  from: TeacherKey
  to: TeacherKey
  clash: RawBuilder<unknown>
}

async function setAside(db: Db, of: TeacherRows, { from, to, clash }: Sides): Promise<MovedFact[]> {
  const { table, own } = named(of)
  const gone = sql`r.district_id = ${from.districtId} and r.${own} = ${from.teacherId}`
  const kept = sql`k.district_id = ${to.districtId} and k.${own} = ${to.teacherId}`
  const told = (row: 'k' | 'r') =>
    sql`${`${markOf(of)}=`}::text || to_jsonb(${sql.ref(row)})::text as id, ${placeOf(of, row)}`
  const worse = await sql<MovedFact>`
    delete from ${table} k where ${kept} and exists (select from ${table} r
      where ${gone} and ${sameDistrict} and ${clash} and ${of.better ?? sql`false`}) returning ${told('k')}`.execute(db)
  const rest = await sql<MovedFact>`
    delete from ${table} r where ${gone} and exists (select from ${table} k
      where ${kept} and ${sameDistrict} and ${clash}) returning ${told('r')}`.execute(db)
  return [...worse.rows, ...rest.rows]
}

const named = ({ table, column = 'teacher_id' }: TeacherRows) => ({ table: sql.table(table), own: sql.ref(column) })
const markOf = ({ table, column = 'teacher_id' }: TeacherRows) => `${table}:${column}`
const idOf = ({ id = 'id' }: TeacherRows) => sql`${sql.ref(`r.${id}`)}::text`
const placeOf = ({ school = 'school_id', year }: TeacherRows, row: 'k' | 'r' = 'r') =>
  sql`${sql.ref(`${row}.${school}`)} as school_id, ${year ? sql.ref(`${row}.${year}`) : sql`0`}::int as school_year`
/** As it was written down before rows of several tables were told apart. */
const PLAIN = /^[0-9a-f-]{36}$/

const under = (ids: readonly string[], mark: string) =>
  ids.filter((id) => id.startsWith(mark)).map((id) => id.slice(mark.length))
