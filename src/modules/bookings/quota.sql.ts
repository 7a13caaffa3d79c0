import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Question } from '#platform/database/together.ts'
import type { QuotaSpan } from './quota.rules.ts'

/** How often one school may use a school's venues in a span; kind '' is all its venues together. */
export interface Quota {
  id: string
  districtId: number
  schoolId: number
  kind: string
  span: QuotaSpan
  uses: number
}

export const listQuotas = (db: Db, districtId: number, schoolId: number): Promise<Quota[]> =>
  db
    .selectFrom('bookings.quota')
    .select(['id', 'districtId', 'schoolId', 'kind', 'span', 'uses'])
    .where('districtId', '=', districtId)
    .where('schoolId', '=', schoolId)
    .orderBy('kind')
    .execute()

/** Those of the schools that have these venues. */
export const quotasOfVenues = (districtIds: readonly number[], venueIds: readonly string[]): Question<Quota> => sql`
  select distinct q.id, q.district_id, q.school_id, q.kind, q.span, q.uses
  from venues.venue v
  join bookings.quota q on q.district_id = v.district_id and q.school_id = v.school_id
  where v.district_id in (${sql.join(districtIds)}) and v.id in (${sql.join(venueIds)})
  order by q.school_id, q.kind`

/** Has a school's use of another school's venues alone until the transaction ends, so that two requests count each other. */
export async function lockQuota(db: Db, schoolId: number, userSchoolId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('quota ' || ${schoolId}::int || ' ' || ${userSchoolId}::int, 0))`.execute(
    db,
  )
}

/** How often a school holds a school's venues (of a kind) from one instant to another. */
export async function countHolding(
  db: Db,
  { districtId, schoolId, kind }: Pick<Quota, 'districtId' | 'schoolId' | 'kind'>,
  { userSchoolId, fromAt, untilAt }: { userSchoolId: number; fromAt: Date; untilAt: Date },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from bookings.booking b
    join venues.venue v on v.district_id = b.district_id and v.id = b.venue_id
    where b.district_id = ${districtId} and b.user_school_id = ${userSchoolId} and b.school_id = ${schoolId}
      and b.from_at >= ${fromAt} and b.from_at < ${untilAt} and b.status in ('待审', '已定', '已用')
      and (${kind} = '' or v.kind = ${kind})`.execute(db)
  return rows[0]!.n
}

export async function deleteQuotas(db: Db, districtId: number, schoolId: number): Promise<void> {
  await db.deleteFrom('bookings.quota').where('districtId', '=', districtId).where('schoolId', '=', schoolId).execute()
}

export async function insertQuotas(db: Db, quotas: readonly Quota[]): Promise<void> {
  if (quotas.length > 0) await db.insertInto('bookings.quota').values(quotas).execute()
}
