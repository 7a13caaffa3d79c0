import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Part } from './reading/part.ts'

export interface Reading {
  parts: Part[]
  failure: string | null
}

export const findReading = (db: Db, districtId: number, sha256: string): Promise<Reading | undefined> =>
  db
    .selectFrom('files.reading')
    .select(['parts', 'failure'])
    .where('districtId', '=', districtId)
    .where('sha256', '=', sha256)
    .executeTakeFirst() as Promise<Reading | undefined>

export async function insertReading(
  db: Db,
  districtId: number,
  sha256: string,
  { parts, failure }: Reading,
): Promise<void> {
  await sql`insert into files.reading (district_id, sha256, parts, failure)
    values (${districtId}, ${sha256}, ${JSON.stringify(parts)}::jsonb, ${failure})
    on conflict (district_id, sha256) do nothing`.execute(db)
}

/** What nobody keeps need not be remembered. */
export async function deleteReading(db: Db, districtId: number, sha256: string): Promise<void> {
  await sql`delete from files.reading r where r.district_id = ${districtId} and r.sha256 = ${sha256}
    and not exists (select from files.file f where f.district_id = r.district_id and f.sha256 = r.sha256)`.execute(db)
}
