import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { PlanFigures } from './plan.contract.ts'
import type { PlanMoveRow } from './plan-input.ts'
import type { SeasonRow } from './season.sql.ts'

export interface PlanRow {
  districtId: number
  id: string
  seasonId: string
  clusterId: number
  number: number
  origin: 'planner' | 'hand'
  favours: ('balance' | 'wishes' | 'travel')[]
  parentId: string | null
  note: string | null
  cost: number
  least: number | null
  figures: PlanFigures
  faults: number
  inputHash: string
  madeAt: Date
  madeBy: string
  batchId: string | null
}

const columns = sql`district_id, id, season_id, cluster_id, number, origin, favours, parent_id, note, cost::float8 as cost,
  least::float8 as least, figures, faults, input_hash, made_at, made_by, batch_id`

export async function listPlans(db: Db, { districtId, id }: Pick<SeasonRow, 'districtId' | 'id'>): Promise<PlanRow[]> {
  const { rows } = await sql<PlanRow>`
    select ${columns} from rotation_planning.plan
    where district_id = ${districtId} and season_id = ${id} and dropped_at is null order by number`.execute(db)
  return rows
}

export async function findPlan(db: Db, districtIds: readonly number[], id: string): Promise<PlanRow | undefined> {
  const { rows } = await sql<PlanRow>`
    select ${columns} from rotation_planning.plan
    where district_id = any (${districtIds}::int[]) and id = ${id} and dropped_at is null`.execute(db)
  return rows[0]
}

export async function listMoves(
  db: Db,
  { districtId, id }: Pick<PlanRow, 'districtId' | 'id'>,
): Promise<PlanMoveRow[]> {
  const { rows } = await sql<PlanMoveRow>`
    select teacher_id, from_school_id, to_school_id, stage from rotation_planning.plan_move
    where district_id = ${districtId} and plan_id = ${id} order by teacher_id`.execute(db)
  return rows
}

export type NewPlan = Omit<PlanRow, 'number' | 'note' | 'batchId'> & { note?: string | null }

/** Writes a plan under the next number of its season, which it returns; those that were dropped keep theirs. */
export async function insertPlan(db: Db, plan: NewPlan): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into rotation_planning.plan (district_id, id, season_id, cluster_id, number, origin, favours, parent_id, note, cost,
      least, figures, faults, input_hash, made_at, made_by)
    select ${plan.districtId}::int, ${plan.id}::uuid, ${plan.seasonId}::uuid, ${plan.clusterId}::int,
      coalesce(max(number), 0) + 1, ${plan.origin}::text, ${plan.favours}::text[], ${plan.parentId}::uuid,
      ${plan.note ?? null}::text, ${plan.cost}::bigint, ${plan.least}::bigint, ${JSON.stringify(plan.figures)}::jsonb,
      ${plan.faults}::int, ${plan.inputHash}::text, ${plan.madeAt}::timestamptz, ${plan.madeBy}::text
    from rotation_planning.plan where district_id = ${plan.districtId} and season_id = ${plan.seasonId}
    returning number`.execute(db)
  return rows[0]!.number
}

export async function insertMoves(
  db: Db,
  plan: Pick<PlanRow, 'districtId' | 'id' | 'clusterId'>,
  moves: readonly PlanMoveRow[],
): Promise<void> {
  if (moves.length === 0) return
  const { districtId, id: planId, clusterId } = plan
  await db
    .insertInto('rotationPlanning.planMove')
    .values(moves.map((move) => ({ districtId, planId, clusterId, ...move })))
    .execute()
}

export async function updatePlan(
  db: Db,
  { districtId, id }: Pick<PlanRow, 'districtId' | 'id'>,
  to: { note?: string | null; batchId?: string; droppedAt?: Date },
): Promise<void> {
  await db
    .updateTable('rotationPlanning.plan')
    .set(to)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

/** What the planner found when it was asked last: nothing (null), or the rules that contradict each other. */
export async function updateConflict(
  db: Db,
  season: Pick<SeasonRow, 'districtId' | 'id'>,
  conflict: unknown,
  at: Date,
): Promise<void> {
  await sql`update rotation_planning.season set conflict = ${conflict === null ? null : JSON.stringify(conflict)}::jsonb, planned_at = ${at}
    where district_id = ${season.districtId} and id = ${season.id}`.execute(db)
}

export async function findConflictOf(db: Db, season: Pick<SeasonRow, 'districtId' | 'id'>): Promise<unknown> {
  const { rows } = await sql<{ conflict: unknown }>`
    select conflict from rotation_planning.season where district_id = ${season.districtId} and id = ${season.id}`.execute(
    db,
  )
  return rows[0]?.conflict ?? null
}
