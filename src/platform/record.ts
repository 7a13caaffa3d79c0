import { sql } from 'kysely'
import type { Db } from './database/database.ts'

/** One line of the audit: who did what, when, where, and whether it was allowed. */
export interface AuditRow {
  /** 0 for what concerns the platform itself: signing in, accounts. */
  districtId: number
  id: string
  at: Date
  accountId: string | null
  actorName: string
  /** 'POST /api/session' */
  verb: string
  title: string
  unitId: number | null
  subjectId: string | null
  result: 'done' | 'refused'
  facts: Record<string, unknown>
  requestId: string | null
}

/** Writes one line of the audit, in the transaction of what it tells about. */
export async function insertAudit(db: Db, row: AuditRow): Promise<void> {
  await db
    .insertInto('platform.audit')
    .values({ ...row, facts: JSON.stringify(row.facts) })
    .execute()
}

/** Takes away what is older than it must be kept. The districts are named so that the index finds the old ones. */
export async function deleteAuditBefore(db: Db, districtIds: readonly number[], day: Date): Promise<void> {
  await sql`delete from platform.audit where district_id = any (${districtIds}::int[]) and at < ${day}`.execute(db)
}
