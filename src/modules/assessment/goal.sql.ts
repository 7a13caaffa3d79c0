import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Step } from './goal.rules.ts'

/** One version of a unit's own target for a figure. */
export interface GoalRow {
  districtId: number
  unitId: number
  indicator: string
  version: number
  direction: 'at-least' | 'at-most'
  baselineYear: number | null
  baselineValue: number | null
  baselineNumerator: number | null
  baselineDenominator: number | null
  baselineRule: string
  steps: Step[]
  basis: string
  reason: string
  ended: boolean
  accountId: string
  actorName: string
  setAt: Date
}

interface UnitKey {
  districtId: number
  unitId: number
}

/** The newest version of each figure's target, of those ended as well. */
export async function listGoals(db: Db, { districtId, unitId }: UnitKey): Promise<GoalRow[]> {
  const { rows } = await sql<GoalRow>`
    select distinct on (indicator) * from assessment.goal
    where district_id = ${districtId} and unit_id = ${unitId}
    order by indicator, version desc`.execute(db)
  return rows
}

/** All versions of one figure's target, newest first. */
export async function listGoalVersions(
  db: Db,
  { districtId, unitId, indicator }: UnitKey & { indicator: string },
): Promise<GoalRow[]> {
  const { rows } = await sql<GoalRow>`
    select * from assessment.goal
    where district_id = ${districtId} and unit_id = ${unitId} and indicator = ${indicator}
    order by version desc`.execute(db)
  return rows
}

/** Writes a version; false where another was written under that number in the meantime. */
export async function insertGoal(db: Db, { steps, ...row }: GoalRow): Promise<boolean> {
  const written = await db
    .insertInto('assessment.goal')
    .values({ ...row, steps: JSON.stringify(steps) })
    .onConflict((same) => same.doNothing())
    .returning('version')
    .execute()
  return written.length > 0
}
