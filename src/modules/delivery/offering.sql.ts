import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Term } from '#shared/week.ts'
import type { Mode, OfferingLine, OfferingState, Share, Slot } from './offering.contract.ts'

export interface OfferingKey {
  districtId: number
  id: string
}

/** An offering as it is kept, with the names that it is told by. */
export interface OfferingRow extends OfferingKey {
  clusterId: number
  schoolId: number
  school: string
  entryId: string | null
  course: string
  stage: OfferingLine['stage']
  subject: string
  schoolYear: number
  term: Term
  mode: Mode
  about: string
  places: number
  enrolUntil: string
  state: OfferingState
  why: string
  completedAt: Date | null
  slots: Slot[]
  shares: Share[]
  /** How many pupils each school has enrolled. */
  taken: { schoolId: number; people: number }[]
  /** Times that are on file; none before it is published. */
  sessions: number
}

const slots = sql`coalesce((select jsonb_agg(jsonb_build_object('fromDay', s.from_day, 'untilDay', s.until_day, 'skip', s.skip,
    'fromTime', s.from_time, 'untilTime', s.until_time, 'schoolId', s.school_id, 'venueId', s.venue_id, 'room', s.room)
    order by s.place)
  from delivery.slot s where s.district_id = o.district_id and s.offering_id = o.id), '[]')`
const shares = sql`coalesce((select jsonb_agg(jsonb_build_object('schoolId', h.school_id, 'places', h.places) order by h.school_id)
  from delivery.share h where h.district_id = o.district_id and h.offering_id = o.id), '[]')`
const taken = sql`coalesce((select jsonb_agg(jsonb_build_object('schoolId', e.school_id, 'people', e.people))
  from (select school_id, sum(head_count)::int as people from delivery.enrolment
    where district_id = o.district_id and offering_id = o.id group by school_id) e), '[]')`
const sessions = sql`(select count(*)::int from delivery.session n where n.district_id = o.district_id and n.offering_id = o.id)`

const read = async (db: Db, where: RawBuilder<unknown>): Promise<OfferingRow[]> => {
  const { rows } = await sql<OfferingRow>`
    select o.district_id, o.id, o.cluster_id, o.school_id, u.name as school, o.entry_id, o.course, o.stage, o.subject,
      o.school_year, o.term, o.mode, o.about, o.places, o.enrol_until, o.state, o.why, o.completed_at,
      ${slots} as slots, ${shares} as shares, ${taken} as taken, ${sessions} as sessions
    from delivery.offering o
    join organizations.unit u on u.id = o.school_id
    where ${where}
    order by o.school_year desc, o.term desc, o.course, o.id limit 1000`.execute(db)
  return rows
}

export const findOffering = async (db: Db, districtIds: readonly number[], id: string) =>
  (await read(db, sql`o.district_id = any (${districtIds}::int[]) and o.id = ${id}::uuid`))[0]

/** The offerings of a cluster in a school year. */
export const listOfferings = (db: Db, districtIds: readonly number[], clusterId: number, schoolYear: number) =>
  read(
    db,
    sql`o.district_id = any (${districtIds}::int[]) and o.cluster_id = ${clusterId} and o.school_year = ${schoolYear}::smallint`,
  )

/** Those that stand, of these clusters. */
export const listStanding = (db: Db, districtIds: readonly number[], clusterIds: readonly number[]) =>
  read(
    db,
    sql`o.district_id = any (${districtIds}::int[]) and o.cluster_id = any (${clusterIds}::int[]) and o.state = '已发布'`,
  )

/** Has an offering for this transaction: who enrols, publishes or says something of it comes one after the other. */
export async function lockOffering(db: Db, { districtId, id }: OfferingKey): Promise<void> {
  await sql`select from delivery.offering where district_id = ${districtId} and id = ${id}::uuid for update`.execute(db)
}

export type OfferingWritten = Pick<
  OfferingRow,
  'schoolId' | 'entryId' | 'course' | 'subject' | 'schoolYear' | 'term' | 'mode' | 'about' | 'places' | 'enrolUntil'
> & { stage: '学前' | '小学' | '初中' | '高中' | '中职' | '长者'; writtenAt: Date; writtenBy: string }

export async function insertOffering(
  db: Db,
  offering: OfferingKey & OfferingWritten & { clusterId: number },
): Promise<void> {
  await db
    .insertInto('delivery.offering')
    .values({ ...offering, state: '草稿' })
    .execute()
}

type Change = Partial<OfferingWritten> & {
  state?: OfferingState
  why?: string
  publishedAt?: Date
  completedAt?: Date | null
}

export async function updateOffering(db: Db, { districtId, id }: OfferingKey, change: Change): Promise<void> {
  await db
    .updateTable('delivery.offering')
    .set(change)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

export async function deleteOffering(db: Db, { districtId, id }: OfferingKey): Promise<void> {
  await sql`delete from delivery.offering where district_id = ${districtId} and id = ${id}::uuid`.execute(db)
}
