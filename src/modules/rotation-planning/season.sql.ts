import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { RulesSet, WeightsSet } from './setting.contract.ts'

export interface SeasonRow {
  districtId: number
  id: string
  clusterId: number
  clusterName: string
  schoolYear: number
  wishesDue: string
  needsDue: string
  note: string | null
  openedAt: Date
  closedAt: Date | null
  reopenReason: string | null
  /** The most of its eligible teachers that a school may keep, of a hundred. */
  keptPercent: number
  rules: RulesSet | null
  weights: WeightsSet | null
}

const columns = sql`s.district_id, s.id, s.cluster_id, u.name as cluster_name, s.school_year, s.wishes_due, s.needs_due,
  s.note, s.opened_at, s.closed_at, s.reopen_reason, s.kept_percent, s.rules, s.weights`

export async function findSeason(db: Db, districtIds: readonly number[], id: string): Promise<SeasonRow | undefined> {
  const { rows } = await sql<SeasonRow>`
    select ${columns} from rotation_planning.season s join organizations.unit u on u.id = s.cluster_id
    where s.district_id = any (${districtIds}::int[]) and s.id = ${id}`.execute(db)
  return rows[0]
}

/** The seasons of these clusters, the latest year first. */
export async function listSeasons(
  db: Db,
  districtIds: readonly number[],
  clusterIds: readonly number[],
): Promise<SeasonRow[]> {
  const { rows } = await sql<SeasonRow>`
    select ${columns} from rotation_planning.season s join organizations.unit u on u.id = s.cluster_id
    where s.district_id = any (${districtIds}::int[]) and s.cluster_id = any (${clusterIds}::int[])
    order by s.school_year desc, s.cluster_id`.execute(db)
  return rows
}

/** Whatever two would do to the plans of a season at once, one does after the other. */
export async function holdSeason(db: Db, { districtId, id }: Pick<SeasonRow, 'districtId' | 'id'>): Promise<void> {
  await sql`select id from rotation_planning.season where district_id = ${districtId} and id = ${id} for update`.execute(
    db,
  )
}

export type NewSeason = Pick<
  SeasonRow,
  'districtId' | 'id' | 'clusterId' | 'schoolYear' | 'wishesDue' | 'needsDue' | 'note' | 'openedAt'
>

/** Returns whether it was written: of a cluster there is one a year. */
export async function insertSeason(db: Db, season: NewSeason): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('rotationPlanning.season')
    .values(season)
    .onConflict((same) => same.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function updateSeason(
  db: Db,
  { districtId, id }: Pick<SeasonRow, 'districtId' | 'id'>,
  to: Partial<
    Pick<
      SeasonRow,
      'wishesDue' | 'needsDue' | 'note' | 'closedAt' | 'reopenReason' | 'keptPercent' | 'rules' | 'weights'
    >
  >,
): Promise<void> {
  await db
    .updateTable('rotationPlanning.season')
    .set(to)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}
