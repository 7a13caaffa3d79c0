import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Term } from '#shared/week.ts'

export type GapState = 'asking' | 'nobody' | 'taken' | 'own' | 'withdrawn'

export interface GapRow {
  districtId: number
  id: string
  absenceId: string
  schoolId: number
  clusterId: number
  schoolYear: number
  term: Term
  teacherId: string
  day: string
  period: number
  fromTime: string
  untilTime: string
  className: string
  subject: string
  campusId: number | null
  state: GapState
  takenTeacherId: string | null
  takenSchoolId: number | null
  takenAt: Date | null
  assignedBy: string | null
  note: string | null
}

const columns = sql`g.district_id, g.id, g.absence_id, g.school_id, g.cluster_id, g.school_year, g.term, g.teacher_id, g.day,
  g.period, g.from_time, g.until_time, g.class_name, g.subject, g.campus_id, g.state, g.taken_teacher_id, g.taken_school_id,
  g.taken_at, g.assigned_by, g.note`

export type NewGap = Omit<GapRow, 'takenTeacherId' | 'takenSchoolId' | 'takenAt' | 'assignedBy' | 'note'>

/** One for each lesson and day; one that stands already is left as it is. Returns those that are new. */
export async function insertGaps(db: Db, gaps: readonly NewGap[]): Promise<string[]> {
  const rows = await db
    .insertInto('cover.gap')
    .values(gaps as NewGap[])
    .onConflict((same) => same.doNothing())
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function findGap(db: Db, districtIds: readonly number[], id: string): Promise<GapRow | undefined> {
  const { rows } = await sql<GapRow>`
    select ${columns} from cover.gap g where g.district_id = any (${districtIds}::int[]) and g.id = ${id}`.execute(db)
  return rows[0]
}

/** The same, held until the transaction ends: whoever else would decide it waits. */
export async function lockGap(db: Db, districtId: number, id: string): Promise<GapRow | undefined> {
  const { rows } = await sql<GapRow>`
    select ${columns} from cover.gap g where g.district_id = ${districtId} and g.id = ${id} for update`.execute(db)
  return rows[0]
}

/** One teacher at a time says yes to anything: nobody promises two lessons at once. Held until the transaction ends. */
export async function lockTeacher(db: Db, teacherId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(8270414, hashtext(${teacherId}))`.execute(db)
}

interface Taking {
  teacherId: string
  schoolId: number
  at: Date
  assignedBy: string | null
}

/** Whoever moves it from a state in which it is open has it; false: somebody else did. */
export async function markTaken(
  db: Db,
  { districtId, id }: Pick<GapRow, 'districtId' | 'id'>,
  { teacherId, schoolId, at, assignedBy }: Taking,
): Promise<boolean> {
  const open = assignedBy === null ? ['asking'] : ['asking', 'nobody', 'own']
  const { rows } = await sql<{ id: string }>`
    update cover.gap set state = 'taken', taken_teacher_id = ${teacherId}, taken_school_id = ${schoolId}, taken_at = ${at},
      assigned_by = ${assignedBy}
    where district_id = ${districtId} and id = ${id} and state = any (${open}::text[]) returning id`.execute(db)
  return rows.length > 0
}

/** Moves a gap from one of some states; false: it was in none of them any more. */
export async function markGap(
  db: Db,
  { districtId, id }: Pick<GapRow, 'districtId' | 'id'>,
  from: readonly GapState[],
  to: { state: 'asking' | 'nobody' | 'own'; note?: string | null },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update cover.gap set state = ${to.state}, note = ${to.note ?? null}
    where district_id = ${districtId} and id = ${id} and state = any (${from}::text[]) returning id`.execute(db)
  return rows.length > 0
}

/** Calls off what is still to come of an absence; returns what stood before, who had taken it included. */
export async function markWithdrawnGaps(
  db: Db,
  { districtId, absenceId, today }: { districtId: number; absenceId: string; today: string },
): Promise<GapRow[]> {
  const { rows } = await sql<GapRow>`
    with open as (select ${columns} from cover.gap g where g.district_id = ${districtId} and g.absence_id = ${absenceId}
      and g.state <> 'withdrawn' and g.day >= ${today}::date order by g.id for update),
    gone as (update cover.gap u set state = 'withdrawn', taken_teacher_id = null, taken_school_id = null
      from open o where u.district_id = ${districtId} and u.id = o.id)
    select * from open`.execute(db)
  return rows
}

/** The gaps of some schools between two days, in the order of time. */
export async function listGaps(
  db: Db,
  districtIds: readonly number[],
  schoolIds: readonly number[],
  [fromDay, untilDay]: readonly [string, string],
): Promise<GapRow[]> {
  const { rows } = await sql<GapRow>`
    select ${columns} from cover.gap g
    where g.district_id = any (${districtIds}::int[]) and g.school_id = any (${schoolIds}::int[])
      and g.day between ${fromDay}::date and ${untilDay}::date and g.state <> 'withdrawn'
    order by g.day, g.from_time, g.school_id, g.class_name collate "C", g.id`.execute(db)
  return rows
}

/** What a teacher is missing, or has taken over, from a day on. */
export async function listGapsOfTeacher(
  db: Db,
  { districtId, teacherId }: { districtId: number; teacherId: string },
  fromDay: string,
): Promise<GapRow[]> {
  const { rows } = await sql<GapRow>`
    select ${columns} from cover.gap g
    where g.district_id = ${districtId} and (g.teacher_id = ${teacherId} or g.taken_teacher_id = ${teacherId})
      and g.day >= ${fromDay}::date and g.state <> 'withdrawn'
    order by g.day, g.from_time, g.id`.execute(db)
  return rows
}
