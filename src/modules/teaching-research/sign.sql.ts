import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { signWays } from './event.contract.ts'
import type { EventKey } from './event.sql.ts'

export interface SignRow {
  id: string
  teacherId: string | null
  accountId: string | null
  /** Of the school. */
  districtId: number
  schoolId: number
  school: string
  name: string
  way: (typeof signWays)[number]
  signedAt: Date
  byName: string
}

/** Who came to an event, in the order in which they did. */
export async function listSigns(db: Db, { districtId, id }: EventKey): Promise<SignRow[]> {
  const { rows } = await sql<SignRow>`
    select g.id, g.teacher_id, g.account_id, s.district_id, g.school_id, s.name as school, g.name, g.way, g.signed_at, g.by_name
    from teaching_research.event_sign g join organizations.unit s on s.id = g.school_id
    where g.district_id = ${districtId} and g.event_id = ${id}::uuid order by g.signed_at, g.id`.execute(db)
  return rows
}

export interface NewSignRow {
  districtId: number
  id: string
  eventId: string
  teacherDistrictId: number | null
  teacherId: string | null
  accountId: string | null
  schoolId: number
  name: string
  way: (typeof signWays)[number]
  signedAt: Date
  byName: string
}

/** Puts on record who came, each once; how many of them are new. */
export async function insertSigns(db: Db, signs: readonly NewSignRow[]): Promise<number> {
  const rows = await db
    .insertInto('teachingResearch.eventSign')
    .values(signs)
    .onConflict((same) => same.doNothing())
    .returning('id')
    .execute()
  return rows.length
}

export async function deleteSign(db: Db, { districtId, id: eventId }: EventKey, id: string): Promise<void> {
  await db
    .deleteFrom('teachingResearch.eventSign')
    .where('districtId', '=', districtId)
    .where('eventId', '=', eventId)
    .where('id', '=', id)
    .execute()
}

export interface StoredSign {
  theme: string
  union: string
  fromAt: Date
  school: string
  signedAt: Date
  way: string
}

/** What is stored of somebody's coming to activities. Read as the owner. */
export async function listStoredSigns(
  db: Db,
  districtIds: readonly number[],
  { accountId, teacherId }: { accountId: string; teacherId: string | null },
): Promise<StoredSign[]> {
  const { rows } = await sql<StoredSign>`
    select e.theme, u.name as "union", e.from_at, s.name as school, g.signed_at, g.way
    from teaching_research.event_sign g
    join teaching_research.event e on e.district_id = g.district_id and e.id = g.event_id
    join teaching_research.research_union u on u.district_id = e.district_id and u.id = e.union_id
    join organizations.unit s on s.id = g.school_id
    where g.district_id = any (${districtIds}::int[])
      and (g.account_id = ${accountId}::uuid or g.teacher_id = ${teacherId}::uuid)
    order by g.signed_at desc limit 500`.execute(db)
  return rows
}

/** Of these events those to which the person signed in. */
export async function listSigned(
  db: Db,
  districtIds: readonly number[],
  eventIds: readonly string[],
  { accountId, teacherId }: { accountId: string; teacherId: string | null },
): Promise<string[]> {
  const { rows } = await sql<{ eventId: string }>`
    select distinct event_id from teaching_research.event_sign
    where district_id = any (${districtIds}::int[]) and event_id = any (${eventIds}::uuid[])
      and (account_id = ${accountId}::uuid or teacher_id = ${teacherId}::uuid)`.execute(db)
  return rows.map(({ eventId }) => eventId)
}
