import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

export type Answer = 'yes' | 'no' | 'late' | 'gone'

export interface AskRow {
  districtId: number
  id: string
  gapId: string
  schoolId: number
  teacherId: string
  teacherSchoolId: number
  rank: number
  why: string
  askedAt: Date | null
  dueAt: Date | null
  answer: Answer | null
  answeredAt: Date | null
}

const columns = sql`a.district_id, a.id, a.gap_id, a.school_id, a.teacher_id, a.teacher_school_id, a.rank, a.why, a.asked_at,
  a.due_at, a.answer, a.answered_at`

export type NewAsk = Omit<AskRow, 'askedAt' | 'dueAt' | 'answer' | 'answeredAt'>

export async function insertAsks(db: Db, asks: readonly NewAsk[]): Promise<void> {
  if (asks.length === 0) return
  await db
    .insertInto('cover.ask')
    .values(asks as NewAsk[])
    .onConflict((same) => same.doNothing())
    .execute()
}

/** The asks of some gaps in their order. */
export async function listAsks(db: Db, districtIds: readonly number[], gapIds: readonly string[]): Promise<AskRow[]> {
  const { rows } = await sql<AskRow>`
    select ${columns} from cover.ask a
    where a.district_id = any (${districtIds}::int[]) and a.gap_id = any (${gapIds}::uuid[])
    order by a.gap_id, a.rank, a.id`.execute(db)
  return rows
}

/** An ask of the teacher whom it is put to; nobody else finds it. */
export async function findAskOf(
  db: Db,
  { districtId, teacherId }: { districtId: number; teacherId: string },
  id: string,
): Promise<AskRow | undefined> {
  const { rows } = await sql<AskRow>`
    select ${columns} from cover.ask a where a.district_id = ${districtId} and a.id = ${id}
      and a.teacher_id = ${teacherId} and a.asked_at is not null
      and exists (select from cover.gap g where g.district_id = a.district_id and g.id = a.gap_id)`.execute(db)
  return rows[0]
}

/** What a teacher has been asked about lessons from a day on. */
export async function listAsksOf(
  db: Db,
  { districtId, teacherId }: { districtId: number; teacherId: string },
  fromDay: string,
): Promise<AskRow[]> {
  const { rows } = await sql<AskRow>`
    select ${columns} from cover.ask a
    join cover.gap g on g.district_id = a.district_id and g.id = a.gap_id
    where a.district_id = ${districtId} and a.teacher_id = ${teacherId} and a.asked_at is not null
      and g.day >= ${fromDay}::date
    order by g.day, g.from_time, a.id`.execute(db)
  return rows
}

export async function markAsked(
  db: Db,
  districtId: number,
  ids: readonly string[],
  { at, dueAt }: { at: Date; dueAt: Date },
): Promise<void> {
  await sql`update cover.ask set asked_at = ${at}, due_at = ${dueAt}
    where district_id = ${districtId} and id = any (${ids}::uuid[])`.execute(db)
}

export async function markAnswered(
  db: Db,
  districtId: number,
  ids: readonly string[],
  { answer, at }: { answer: Answer; at: Date },
): Promise<void> {
  await sql`update cover.ask set answer = ${answer}, answered_at = ${at}
    where district_id = ${districtId} and id = any (${ids}::uuid[])`.execute(db)
}

/** Those who are asked once more: who let it lie, or said nothing before it was settled. */
export async function deleteUnanswered(db: Db, districtId: number, gapId: string): Promise<void> {
  await sql`delete from cover.ask where district_id = ${districtId} and gap_id = ${gapId}
    and coalesce(answer, 'late') in ('late', 'gone')`.execute(db)
}
