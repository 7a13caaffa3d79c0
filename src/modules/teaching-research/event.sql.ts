import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { EventLine, Form } from './event-line.contract.ts'
import type { ClusterKey } from './union.sql.ts'

export interface EventKey {
  districtId: number
  id: string
}

export interface EventRow extends ClusterKey, EventKey {
  unionId: string
  union: string
  planLineId: string | null
  schoolYear: number
  form: Form
  theme: string
  fromAt: Date
  untilAt: Date
  place: string
  schoolId: number
  host: string
  hostDistrictId: number
  lecturerId: string | null
  lecturerSchoolId: number | null
  agenda: string
  status: EventLine['status']
  minutes: string | null
  decisions: string | null
  minutesAt: Date | null
  minutesBy: string | null
  heldAt: Date | null
  cancelledWhy: string | null
  /** How many came, of how many schools. */
  signs: number
  schools: number
}

const read = async (db: Db, where: RawBuilder<unknown>): Promise<EventRow[]> => {
  const { rows } = await sql<EventRow>`
    select e.district_id, e.id, e.cluster_id, e.union_id, u.name as "union", e.plan_line_id, e.school_year, e.form, e.theme,
      e.from_at, e.until_at, e.place, e.school_id, s.name as host, s.district_id as host_district_id, e.lecturer_id,
      e.lecturer_school_id, e.agenda, e.status, e.minutes, e.decisions, e.minutes_at, e.minutes_by, e.held_at, e.cancelled_why,
      coalesce(g.signs, 0) as signs, coalesce(g.schools, 0) as schools
    from teaching_research.event e
    join teaching_research.research_union u on u.district_id = e.district_id and u.id = e.union_id
    join organizations.unit s on s.id = e.school_id
    left join lateral (select count(*)::int as signs, count(distinct g.school_id)::int as schools
      from teaching_research.event_sign g where g.district_id = e.district_id and g.event_id = e.id) g on true
    where ${where}
    order by e.from_at desc, e.id limit 1000`.execute(db)
  return rows
}

export const listEvents = (db: Db, { districtId, clusterId }: ClusterKey, schoolYear: number): Promise<EventRow[]> =>
  read(
    db,
    sql`e.district_id = ${districtId} and e.cluster_id = ${clusterId} and e.school_year = ${schoolYear}::smallint`,
  )

/** What these clusters hold in a span of time, and did not call off. */
export const listEventsIn = (
  db: Db,
  { districtIds, clusterIds, from, until }: { districtIds: readonly number[]; clusterIds: readonly number[]; from: Date; until: Date }, // prettier-ignore
): Promise<EventRow[]> =>
  read(
    db,
    sql`e.district_id = any (${districtIds}::int[]) and e.cluster_id = any (${clusterIds}::int[])
      and e.from_at >= ${from} and e.from_at < ${until} and e.status <> '已取消'`,
  )

/** What these unions held without saying so yet. Read as the owner. */
export const listUntold = (
  db: Db,
  districtIds: readonly number[],
  unionIds: readonly string[],
  now: Date,
): Promise<EventRow[]> =>
  // prettier-ignore
  read(
    db,
    sql`e.district_id = any (${districtIds}::int[]) and e.union_id = any (${unionIds}::uuid[])
      and e.until_at < ${now} and e.status = '待开展'`,
  )

export const findEvent = async (db: Db, districtIds: readonly number[], id: string): Promise<EventRow | undefined> =>
  (await read(db, sql`e.district_id = any (${districtIds}::int[]) and e.id = ${id}::uuid`))[0]

/** Has an event for this transaction: what is said of it at once is said one after the other. */
export async function lockEvent(db: Db, { districtId, id }: EventKey): Promise<void> {
  await sql`select from teaching_research.event where district_id = ${districtId} and id = ${id}::uuid for update`.execute(db) // prettier-ignore
}

export interface EventWritten {
  schoolYear: number
  form: Form
  theme: string
  fromAt: Date
  untilAt: Date
  place: string
  schoolId: number
  lecturerId: string | null
  lecturerSchoolId: number | null
  agenda: string
  writtenAt: Date
  writtenBy: string
}

export type NewEvent = EventWritten & ClusterKey & EventKey & { unionId: string; planLineId: string | null }

/** False where the line of the plan has become an event already. */
export async function insertEvent(db: Db, event: NewEvent): Promise<boolean> {
  const rows = await db
    .insertInto('teachingResearch.event')
    .values({ ...event, status: '待开展' })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .execute()
  return rows.length > 0
}

type Change = Partial<EventWritten> & {
  status?: EventLine['status']
  minutes?: string
  decisions?: string
  minutesAt?: Date
  minutesBy?: string
  heldAt?: Date
  heldBy?: string
  cancelledWhy?: string
}

export async function updateEvent(db: Db, { districtId, id }: EventKey, change: Change): Promise<void> {
  await db
    .updateTable('teachingResearch.event')
    .set(change)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

export async function listInvited(db: Db, { districtId, id }: EventKey): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select s.id, s.name from teaching_research.event_school e join organizations.unit s on s.id = e.school_id
    where e.district_id = ${districtId} and e.event_id = ${id}::uuid order by s.pinyin collate "C", s.id`.execute(db)
  return rows
}

/** Writes who is invited in the place of who was. */
export async function deleteInvited(db: Db, { districtId, id }: EventKey): Promise<void> {
  await db
    .deleteFrom('teachingResearch.eventSchool')
    .where('districtId', '=', districtId)
    .where('eventId', '=', id)
    .execute()
}

export async function insertInvited(
  db: Db,
  { districtId, id: eventId }: EventKey,
  schoolIds: readonly number[],
): Promise<void> {
  // prettier-ignore
  if (schoolIds.length === 0) return
  await db
    .insertInto('teachingResearch.eventSchool')
    .values(schoolIds.map((schoolId) => ({ districtId, eventId, schoolId })))
    .execute()
}
