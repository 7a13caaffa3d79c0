import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Present, SessionLine, SessionState } from './session.contract.ts'
import type { OfferingKey } from './offering.sql.ts'

export interface SessionRow {
  districtId: number
  id: string
  offeringId: string
  schoolId: number
  school: string
  venue: string | null
  bookingId: string | null
  booking: SessionLine['booking']
  room: string
  fromAt: Date
  untilAt: Date
  state: SessionState
  why: string
  present: (Present & { school: string })[]
}

const present = sql`coalesce((select jsonb_agg(jsonb_build_object('schoolId', p.school_id, 'school', w.name, 'people', p.people)
    order by w.name)
  from delivery.present p join organizations.unit w on w.id = p.school_id
  where p.district_id = n.district_id and p.session_id = n.id), '[]')`

const read = async (db: Db, where: RawBuilder<unknown>): Promise<SessionRow[]> => {
  const { rows } = await sql<SessionRow>`
    select n.district_id, n.id, n.offering_id, n.school_id, u.name as school, v.name as venue, n.booking_id, b.status as booking,
      n.room, n.from_at, n.until_at, n.state, n.why, ${present} as present
    from delivery.session n
    join organizations.unit u on u.id = n.school_id
    left join venues.venue v on v.district_id = n.district_id and v.id = n.venue_id
    left join bookings.booking b on b.district_id = n.district_id and b.id = n.booking_id
    where ${where} order by n.from_at, n.id`.execute(db)
  return rows
}

/** The times of an offering; of rooms that are booked what became of the booking. Read as the owner. */
export const listSessions = (db: Db, { districtId, id }: OfferingKey): Promise<SessionRow[]> =>
  read(db, sql`n.district_id = ${districtId} and n.offering_id = ${id}::uuid`)

export interface NewSession {
  districtId: number
  id: string
  offeringId: string
  schoolId: number
  venueId: string | null
  bookingId: string | null
  room: string
  fromAt: Date
  untilAt: Date
}

export async function insertSessions(db: Db, sessions: readonly NewSession[]): Promise<void> {
  await db
    .insertInto('delivery.session')
    .values(sessions.map((session) => ({ ...session, state: '待上' as const })))
    .execute()
}

export async function markSaid(
  db: Db,
  { districtId, id }: { districtId: number; id: string },
  said: { state: '已上' | '未上'; why: string; saidAt: Date; saidBy: string },
): Promise<void> {
  await db.updateTable('delivery.session').set(said).where('districtId', '=', districtId).where('id', '=', id).execute()
}

export async function deletePresent(db: Db, { districtId, id }: { districtId: number; id: string }): Promise<void> {
  await sql`delete from delivery.present where district_id = ${districtId} and session_id = ${id}::uuid`.execute(db)
}

export async function insertPresent(
  db: Db,
  { districtId, id }: { districtId: number; id: string },
  lines: readonly Present[],
): Promise<void> {
  if (lines.length === 0) return
  await db
    .insertInto('delivery.present')
    .values(lines.map((line) => ({ districtId, sessionId: id, ...line })))
    .execute()
}

/** Times that nobody has said anything of, by offering: those that are over. */
export async function listUnsaid(
  db: Db,
  districtIds: readonly number[],
  schoolIds: readonly number[],
  now: Date,
): Promise<{ id: string; course: string; schoolId: number; over: number; ahead: number; held: number }[]> {
  const { rows } = await sql<{
    id: string
    course: string
    schoolId: number
    over: number
    ahead: number
    held: number
  }>`
    select o.id, o.course, o.school_id,
      count(*) filter (where n.state = '待上' and n.until_at <= ${now})::int as over,
      count(*) filter (where n.state = '待上' and n.until_at > ${now})::int as ahead,
      count(*) filter (where n.state = '已上')::int as held
    from delivery.offering o
    join delivery.session n on n.district_id = o.district_id and n.offering_id = o.id
    where o.district_id = any (${districtIds}::int[]) and o.school_id = any (${schoolIds}::int[]) and o.state = '已发布'
    group by o.id, o.course, o.school_id order by o.course, o.id limit 200`.execute(db)
  return rows
}
