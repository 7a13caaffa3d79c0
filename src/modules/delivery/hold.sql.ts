import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { TeacherTime } from '#platform/teacher-times.ts'

export interface NewHold {
  districtId: number
  sessionId: string
  teacherId: string
  /** Whose teacher it is. */
  schoolId: number
  fromAt: Date
  untilAt: Date
}

/** Where these teachers teach between two instants. Read as the owner, under the lock of each teacher. */
export async function listHeldSpots(
  db: Db,
  districtId: number,
  teacherIds: readonly string[],
  [from, until]: readonly [Date, Date],
): Promise<TeacherTime[]> {
  const { rows } = await sql<TeacherTime>`
    select h.teacher_id, lower(h.during) as from_at, upper(h.during) as until_at, coalesce(v.campus_id, n.school_id) as place_id,
      n.school_id, u.name || '《' || o.course || '》' as words
    from delivery.hold h
    join delivery.session n on n.district_id = h.district_id and n.id = h.session_id
    join delivery.offering o on o.district_id = n.district_id and o.id = n.offering_id
    join organizations.unit u on u.id = n.school_id
    left join venues.venue v on v.district_id = n.district_id and v.id = n.venue_id
    where h.district_id = ${districtId} and h.teacher_id = any (${teacherIds}::uuid[])
      and h.during && tstzrange(${from}, ${until}) order by h.during`.execute(db)
  return rows
}

/** Takes the teachers' times; returns how many were had: one that meets another is not. The database decides. */
export async function insertTeacherHolds(db: Db, holds: readonly NewHold[]): Promise<number> {
  const rows = holds.map(
    ({ districtId, sessionId, teacherId, schoolId, fromAt, untilAt }) =>
      sql`(${districtId}::int, ${sessionId}::uuid, ${teacherId}::uuid, ${schoolId}::int,
        tstzrange(${fromAt}::timestamptz, ${untilAt}::timestamptz))`,
  )
  const { rows: had } = await sql`
    insert into delivery.hold (district_id, session_id, teacher_id, school_id, during) values ${sql.join(rows)}
    on conflict do nothing returning session_id`.execute(db)
  return had.length
}

/** These times are free for their teachers again. */
export async function deleteHoldsOf(db: Db, districtId: number, sessionIds: readonly string[]): Promise<void> {
  await sql`delete from delivery.hold
    where district_id = ${districtId} and session_id = any (${sessionIds}::uuid[])`.execute(db)
}
