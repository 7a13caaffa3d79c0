import type { Db } from '#platform/database/database.ts'
import type { NeedStatus } from './need.rules.ts'

export interface NeedRow {
  districtId: number
  id: string
  clusterId: number
  schoolYear: number
  schoolId: number
  stage: string
  subject: string
  n: number
  requirement: string | null
  status: NeedStatus
  addedBy: string
  reportedOn: string | null
  reportNumber: string | null
  hired: number | null
  closedOn: string | null
}

const columns = [
  'districtId', 'id', 'clusterId', 'schoolYear', 'schoolId', 'stage', 'subject', 'n', 'requirement', 'status', 'addedBy',
  'reportedOn', 'reportNumber', 'hired', 'closedOn',
] as const // prettier-ignore

export function listNeeds(
  db: Db,
  districtIds: readonly number[],
  clusterId: number,
  schoolYear: number,
): Promise<NeedRow[]> {
  return db
    .selectFrom('posts.need')
    .select(columns)
    .where('districtId', 'in', districtIds)
    .where('clusterId', '=', clusterId)
    .where('schoolYear', '=', schoolYear)
    .execute()
}

export function findNeed(db: Db, districtIds: readonly number[], id: string): Promise<NeedRow | undefined> {
  return db
    .selectFrom('posts.need')
    .select(columns)
    .where('districtId', 'in', districtIds)
    .where('id', '=', id)
    .executeTakeFirst()
}

export type NewNeedRow = Pick<
  NeedRow,
  'districtId' | 'id' | 'clusterId' | 'schoolYear' | 'schoolId' | 'stage' | 'subject' | 'n' | 'requirement' | 'addedBy'
> & { status: '拟报'; addedAt: Date }

/** A need that stands on the list already stays as it is; returns how many are new. */
export async function insertNeeds(db: Db, needs: readonly NewNeedRow[]): Promise<number> {
  const rows = await db
    .insertInto('posts.need')
    .values(needs)
    .onConflict((same) => same.doNothing())
    .returning('id')
    .execute()
  return rows.length
}

interface Key {
  districtId: number
  id: string
}

/** False where it was reported in the meantime. */
export async function updateNeed(
  db: Db,
  { districtId, id }: Key,
  change: { n: number; requirement: string | null },
): Promise<boolean> {
  const rows = await db
    .updateTable('posts.need')
    .set(change)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .where('status', '=', '拟报')
    .returning('id')
    .execute()
  return rows.length > 0
}

export async function deleteNeed(db: Db, { districtId, id }: Key): Promise<boolean> {
  const rows = await db
    .deleteFrom('posts.need')
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .where('status', '=', '拟报')
    .returning('id')
    .execute()
  return rows.length > 0
}

/** Reports every need of a cluster and year that was not yet; returns how many each is for. */
export function updateReported(
  db: Db,
  { districtIds, clusterId, schoolYear }: { districtIds: readonly number[]; clusterId: number; schoolYear: number },
  reported: { reportedOn: string; reportedBy: string; reportNumber: string | null },
): Promise<{ n: number; schoolId: number }[]> {
  return db
    .updateTable('posts.need')
    .set({ ...reported, status: '已报区' })
    .where('districtId', 'in', districtIds)
    .where('clusterId', '=', clusterId)
    .where('schoolYear', '=', schoolYear)
    .where('status', '=', '拟报')
    .returning(['n', 'schoolId'])
    .execute()
}

/** A result may be corrected; what was never reported has none. */
export async function updateClosed(
  db: Db,
  { districtId, id }: Key,
  closed: { status: NeedStatus; hired: number; closedOn: string; closedBy: string },
): Promise<boolean> {
  const rows = await db
    .updateTable('posts.need')
    .set(closed)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .where('status', '<>', '拟报')
    .returning('id')
    .execute()
  return rows.length > 0
}

/** Which clusters have needs that are not reported, or reported without a result; how many of each. */
export async function countOpenNeeds(
  db: Db,
  districtIds: readonly number[],
  clusterIds: readonly number[],
): Promise<{ clusterId: number; schoolYear: number; status: NeedStatus; n: number }[]> {
  if (clusterIds.length === 0) return []
  return db
    .selectFrom('posts.need')
    .select((eb) => ['clusterId', 'schoolYear', 'status', eb.fn.countAll<number>().as('n')])
    .where('districtId', 'in', districtIds)
    .where('clusterId', 'in', clusterIds)
    .where('status', 'in', ['拟报', '已报区'])
    .groupBy(['clusterId', 'schoolYear', 'status'])
    .execute()
}
