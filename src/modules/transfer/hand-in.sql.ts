import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { CallRow } from './call.sql.ts'
import type { ImportRow } from './import.sql.ts'

export type SentRow = Pick<
  ImportRow,
  'id' | 'fileName' | 'status' | 'startedAt' | 'endedAt' | 'actorName' | 'verdict' | 'verdictReason' | 'openRows'
> & {
  /** The sheets that it held. */
  sheets: string[]
}

/** What a school sent in answer to a call, the latest first. */
export const listSent = (
  db: Db,
  { districtId, id }: Pick<CallRow, 'districtId' | 'id'>,
  schoolId: number,
): Promise<SentRow[]> =>
  db
    .selectFrom('transfer.import')
    .select(['id', 'fileName', 'status', 'startedAt', 'endedAt', 'actorName', 'verdict', 'verdictReason'])
    .select(
      sql<number>`(select count(*) from transfer.refused_row r where r.district_id = import.district_id
        and r.import_id = import.id and not r.dropped)`.as('openRows'),
    )
    .select(
      sql<
        string[]
      >`coalesce((select array_agg(s ->> 'sheet') from jsonb_array_elements(report -> 'sheets') s), '{}')`.as('sheets'),
    )
    .where('districtId', '=', districtId)
    .where('callId', '=', id)
    .where('schoolId', '=', schoolId)
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .$castTo<SentRow>()
    .execute()
