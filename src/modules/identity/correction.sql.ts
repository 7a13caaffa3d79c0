import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

export interface Correction {
  id: string
  accountId: string
  accountName: string
  schoolId: number
  schoolName: string
  districtId: number
  clusterIds: number[]
  wish: string
  madeAt: Date
  answer: string | null
  answeredAt: Date | null
  answeredBy: string | null
}

const columns = sql`
  select c.id, c.account_id, c.account_name, c.school_id, u.name as school_name, u.district_id, c.wish, c.made_at,
    c.answer, c.answered_at, c.answered_by, array(
      select m.cluster_id from organizations.membership m where m.school_id = u.id and m.until_day is null) as cluster_ids
  from identity.correction c join organizations.unit u on u.id = c.school_id`

export async function insertCorrection(
  db: Db,
  correction: { id: string; accountId: string; accountName: string; schoolId: number; wish: string; madeAt: Date },
): Promise<void> {
  await db.insertInto('identity.correction').values(correction).execute()
}

export async function findCorrection(db: Db, id: string): Promise<Correction | undefined> {
  const { rows } = await sql<Correction>`${columns} where c.id = ${id}`.execute(db)
  return rows[0]
}

/** What waits for an answer at these schools, the oldest first. */
export async function listOpenCorrections(db: Db, schoolIds: readonly number[]): Promise<Correction[]> {
  const { rows } = await sql<Correction>`${columns}
    where c.school_id = any (${schoolIds}::int[]) and c.answered_at is null order by c.made_at limit 200`.execute(db)
  return rows
}

export async function listCorrectionsOf(db: Db, accountId: string): Promise<Correction[]> {
  const { rows } = await sql<Correction>`${columns}
    where c.account_id = ${accountId} order by c.made_at desc limit 200`.execute(db)
  return rows
}

export async function updateCorrectionAnswer(
  db: Db,
  id: string,
  answer: { answer: string; answeredAt: Date; answeredBy: string },
): Promise<void> {
  await db.updateTable('identity.correction').set(answer).where('id', '=', id).execute()
}
