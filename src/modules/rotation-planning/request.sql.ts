import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { SeasonRow } from './season.sql.ts'
import type { requestAnswers } from './wish.contract.ts'

export interface RequestRow {
  districtId: number
  id: string
  seasonId: string
  teacherId: string
  clusterId: number
  schoolId: number
  kind: string
  fromDay: string
  untilDay: string
  note: string | null
  proofSha256: string | null
  proofName: string | null
  proofType: string | null
  askedAt: Date
  answer: (typeof requestAnswers)[number] | null
  answerWords: string | null
  answeredAt: Date | null
  answeredBy: string | null
}

const columns = sql`r.district_id, r.id, r.season_id, r.teacher_id, r.cluster_id, r.school_id, r.kind, r.from_day, r.until_day,
  r.note, r.proof_sha256, r.proof_name, r.proof_type, r.asked_at, r.answer, r.answer_words, r.answered_at, r.answered_by`

export async function findRequest(db: Db, districtIds: readonly number[], id: string): Promise<RequestRow | undefined> {
  const { rows } = await sql<RequestRow>`
    select ${columns} from rotation_planning.request r
    where r.district_id = any (${districtIds}::int[]) and r.id = ${id}`.execute(db)
  return rows[0]
}

/** What was asked in a season, those who wait longest first; of all, of a school, or of a teacher. */
export async function listRequests(
  db: Db,
  { districtId, id }: Pick<SeasonRow, 'districtId' | 'id'>,
  { schoolId = null, teacherId = null }: { schoolId?: number | null; teacherId?: string | null } = {},
): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select ${columns} from rotation_planning.request r
    where r.district_id = ${districtId} and r.season_id = ${id}
      and (${schoolId}::int is null or r.school_id = ${schoolId}::int)
      and (${teacherId}::uuid is null or r.teacher_id = ${teacherId}::uuid)
    order by r.answer is not null, r.asked_at, r.id`.execute(db)
  return rows
}

/** How many requests wait for an answer, by season and school. */
export async function listWaiting(
  db: Db,
  districtIds: readonly number[],
  clusterIds: readonly number[],
): Promise<{ seasonId: string; schoolId: number; n: number }[]> {
  const { rows } = await sql<{ seasonId: string; schoolId: number; n: number }>`
    select r.season_id, r.school_id, count(*) as n from rotation_planning.request r
    where r.district_id = any (${districtIds}::int[]) and r.cluster_id = any (${clusterIds}::int[]) and r.answer is null
    group by 1, 2`.execute(db)
  return rows
}

export type NewRequest = Omit<
  RequestRow,
  'proofSha256' | 'proofName' | 'proofType' | 'answer' | 'answerWords' | 'answeredAt' | 'answeredBy'
>

export async function insertRequest(db: Db, request: NewRequest): Promise<void> {
  await db.insertInto('rotationPlanning.request').values(request).execute()
}

export async function updateRequest(
  db: Db,
  { districtId, id }: Pick<RequestRow, 'districtId' | 'id'>,
  to: Partial<
    Pick<
      RequestRow,
      'proofSha256' | 'proofName' | 'proofType' | 'answer' | 'answerWords' | 'answeredAt' | 'answeredBy'
    > & { exemptionId: string }
  >,
): Promise<void> {
  await db
    .updateTable('rotationPlanning.request')
    .set(to)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}
