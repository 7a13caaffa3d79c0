import type { Db } from '#platform/database/database.ts'
import type { SeasonRow } from './season.sql.ts'
import type { PinKind } from './team.contract.ts'

type OfSeason = Pick<SeasonRow, 'districtId' | 'id'>

export interface TeamMemberRow {
  teamId: string
  teacherId: string
  schoolId: number
}

/** Who is in a team of a season; ids of teams rise with the time of making. */
export const listTeamMembers = (db: Db, { districtId, id }: OfSeason): Promise<TeamMemberRow[]> =>
  db
    .selectFrom('rotationPlanning.teamMember')
    .select(['teamId', 'teacherId', 'schoolId'])
    .where('districtId', '=', districtId)
    .where('seasonId', '=', id)
    .orderBy('teamId')
    .orderBy('teacherId')
    .execute()

export async function insertTeamMembers(
  db: Db,
  { districtId, id: seasonId, clusterId }: OfSeason & { clusterId: number },
  members: readonly TeamMemberRow[],
): Promise<void> {
  await db
    .insertInto('rotationPlanning.teamMember')
    .values(members.map((member) => ({ ...member, districtId, seasonId, clusterId })))
    .execute()
}

export async function deleteTeam(db: Db, { districtId, id }: OfSeason, teamId: string): Promise<void> {
  await db
    .deleteFrom('rotationPlanning.teamMember')
    .where('districtId', '=', districtId)
    .where('seasonId', '=', id)
    .where('teamId', '=', teamId)
    .execute()
}

export interface PinRow {
  id: string
  teacherId: string
  schoolId: number
  kind: PinKind
  toSchoolId: number | null
  note: string | null
}

export const listPins = (db: Db, { districtId, id }: OfSeason): Promise<PinRow[]> =>
  db
    .selectFrom('rotationPlanning.pin')
    .select(['id', 'teacherId', 'schoolId', 'kind', 'toSchoolId', 'note'])
    .where('districtId', '=', districtId)
    .where('seasonId', '=', id)
    .orderBy('id')
    .$castTo<PinRow>()
    .execute()

export async function insertPin(
  db: Db,
  { districtId, id: seasonId, clusterId }: OfSeason & { clusterId: number },
  pin: PinRow,
): Promise<void> {
  await db
    .insertInto('rotationPlanning.pin')
    .values({ ...pin, districtId, seasonId, clusterId })
    .execute()
}

export async function deletePin(db: Db, { districtId, id }: OfSeason, pinId: string): Promise<void> {
  await db
    .deleteFrom('rotationPlanning.pin')
    .where('districtId', '=', districtId)
    .where('seasonId', '=', id)
    .where('id', '=', pinId)
    .execute()
}
