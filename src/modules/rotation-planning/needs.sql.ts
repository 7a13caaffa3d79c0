import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { NeedFields } from './needs.contract.ts'
import type { SeasonRow } from './season.sql.ts'

type OfSeason = Pick<SeasonRow, 'districtId' | 'id'>
type OfSchool = OfSeason & { clusterId: number; schoolId: number }

export interface AnswerRow {
  schoolId: number
  mostOut: number | null
  mostIn: number | null
  note: string | null
  handedInAt: Date | null
  handedInBy: string | null
  remindedAt: Date | null
}

/** What the schools of a season have handed in. */
export const listAnswers = (db: Db, { districtId, id }: OfSeason): Promise<AnswerRow[]> =>
  db
    .selectFrom('rotationPlanning.schoolAnswer')
    .select(['schoolId', 'mostOut', 'mostIn', 'note', 'handedInAt', 'handedInBy', 'remindedAt'])
    .where('districtId', '=', districtId)
    .where('seasonId', '=', id)
    .orderBy('schoolId')
    .execute()

export async function saveAnswer(
  db: Db,
  { districtId, id: seasonId, clusterId, schoolId }: OfSchool,
  said: Omit<AnswerRow, 'schoolId' | 'remindedAt'>,
): Promise<void> {
  await db
    .insertInto('rotationPlanning.schoolAnswer')
    .values({ districtId, seasonId, clusterId, schoolId, ...said })
    .onConflict((same) => same.columns(['districtId', 'seasonId', 'schoolId']).doUpdateSet(said))
    .execute()
}

/** Notes that these schools were reminded. */
export async function saveReminded(
  db: Db,
  { districtId, id, clusterId }: OfSeason & { clusterId: number },
  schoolIds: readonly number[],
  at: Date,
): Promise<void> {
  await sql`
    insert into rotation_planning.school_answer (district_id, season_id, cluster_id, school_id, reminded_at)
    select ${districtId}::int, ${id}::uuid, ${clusterId}::int, s, ${at} from unnest(${schoolIds}::int[]) s
    on conflict (district_id, season_id, school_id) do update set reminded_at = excluded.reminded_at`.execute(db)
}

export type NeedRow = NeedFields & { schoolId: number }

export const listNeeds = (db: Db, { districtId, id }: OfSeason): Promise<NeedRow[]> =>
  db
    .selectFrom('rotationPlanning.need')
    .select(['schoolId', 'stage', 'subject', 'lacks'])
    .where('districtId', '=', districtId)
    .where('seasonId', '=', id)
    .orderBy('schoolId')
    .orderBy('stage')
    .orderBy('subject')
    .execute()

export async function deleteNeeds(db: Db, { districtId, id, schoolId }: OfSchool): Promise<void> {
  await db
    .deleteFrom('rotationPlanning.need')
    .where('districtId', '=', districtId)
    .where('seasonId', '=', id)
    .where('schoolId', '=', schoolId)
    .execute()
}

export async function insertNeeds(
  db: Db,
  { districtId, id: seasonId, clusterId, schoolId }: OfSchool,
  needs: readonly NeedFields[],
): Promise<void> {
  if (needs.length === 0) return
  await db
    .insertInto('rotationPlanning.need')
    .values(needs.map((need) => ({ ...need, districtId, seasonId, clusterId, schoolId })))
    .execute()
}

export interface KeptRow {
  teacherId: string
  schoolId: number
  reason: string
}

export const listKept = (db: Db, { districtId, id }: OfSeason): Promise<KeptRow[]> =>
  db
    .selectFrom('rotationPlanning.keptTeacher')
    .select(['teacherId', 'schoolId', 'reason'])
    .where('districtId', '=', districtId)
    .where('seasonId', '=', id)
    .orderBy('teacherId')
    .execute()

export async function deleteKept(db: Db, { districtId, id, schoolId }: OfSchool): Promise<void> {
  await db
    .deleteFrom('rotationPlanning.keptTeacher')
    .where('districtId', '=', districtId)
    .where('seasonId', '=', id)
    .where('schoolId', '=', schoolId)
    .execute()
}

export async function insertKept(
  db: Db,
  { districtId, id: seasonId, clusterId, schoolId }: OfSchool,
  kept: readonly Omit<KeptRow, 'schoolId'>[],
): Promise<void> {
  if (kept.length === 0) return
  await db
    .insertInto('rotationPlanning.keptTeacher')
    .values(kept.map((one) => ({ ...one, districtId, seasonId, clusterId, schoolId })))
    // After a merge the row may still name the school of the other entry, which this school cannot see: kept is kept.
    .onConflict((conflict) => conflict.columns(['districtId', 'seasonId', 'teacherId']).doNothing())
    .execute()
}
