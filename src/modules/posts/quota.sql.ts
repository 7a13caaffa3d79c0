import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { QuotaTitle } from './quota.rules.ts'

export interface QuotaRow {
  districtId: number
  id: string
  clusterId: number
  schoolYear: number
  title: QuotaTitle
  granted: number
  allotted: number
}

const columns = ['districtId', 'id', 'clusterId', 'schoolYear', 'title', 'granted', 'allotted'] as const

/** The quotas of a cluster and year. */
export function listQuotas(db: Db, districtId: number, clusterId: number, schoolYear: number): Promise<QuotaRow[]> {
  return db
    .selectFrom('posts.quota')
    .select(columns)
    .where('districtId', '=', districtId)
    .where('clusterId', '=', clusterId)
    .where('schoolYear', '=', schoolYear)
    .orderBy('title', 'desc')
    .execute()
}

export function findQuota(db: Db, districtIds: readonly number[], id: string): Promise<QuotaRow | undefined> {
  return db
    .selectFrom('posts.quota')
    .select(columns)
    .where('districtId', 'in', districtIds)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Makes sure that there is a quota to add to. */
export async function insertQuota(db: Db, quota: Omit<QuotaRow, 'granted' | 'allotted'>): Promise<void> {
  await db
    .insertInto('posts.quota')
    .values(quota)
    .onConflict((same) => same.doNothing())
    .execute()
}

/** A quota that nobody else changes until the transaction ends. */
export async function lockQuota(
  db: Db,
  of: Pick<QuotaRow, 'districtId' | 'clusterId' | 'schoolYear' | 'title'>,
): Promise<QuotaRow> {
  return db
    .selectFrom('posts.quota')
    .select(columns)
    .where('districtId', '=', of.districtId)
    .where('clusterId', '=', of.clusterId)
    .where('schoolYear', '=', of.schoolYear)
    .where('title', '=', of.title)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function updateGranted(db: Db, { districtId, id }: QuotaRow, n: number): Promise<number> {
  const { rows } = await sql<{ granted: number }>`
    update posts.quota set granted = granted + ${n}::int where district_id = ${districtId} and id = ${id}
    returning granted`.execute(db)
  return rows[0]!.granted
}

/** Gives one out, or takes one back; undefined where none is left to give. */
export async function updateAllotted(
  db: Db,
  { districtId, id }: Pick<QuotaRow, 'districtId' | 'id'>,
  by: -1 | 0 | 1,
): Promise<{ granted: number; allotted: number } | undefined> {
  const { rows } = await sql<{ granted: number; allotted: number }>`
    update posts.quota set allotted = allotted + ${by}::int
    where district_id = ${districtId} and id = ${id} and allotted + ${by}::int between 0 and granted
    returning granted, allotted`.execute(db)
  return rows[0]
}

export interface GrantRow {
  districtId: number
  id: string
  quotaId: string
  n: number
  number: string
  givenOn: string
  words: string | null
}

export async function insertGrant(db: Db, grant: GrantRow & { recordedAt: Date; recordedBy: string }): Promise<void> {
  await db.insertInto('posts.quotaGrant').values(grant).execute()
}

export function listGrants(db: Db, districtId: number, quotaIds: readonly string[]): Promise<GrantRow[]> {
  if (quotaIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('posts.quotaGrant')
    .select(['districtId', 'id', 'quotaId', 'n', 'number', 'givenOn', 'words'])
    .where('districtId', '=', districtId)
    .where('quotaId', 'in', quotaIds)
    .orderBy('recordedAt')
    .orderBy('id')
    .execute()
}

/** In which clusters somebody waits for a decision, by year. */
export async function countWaiting(
  db: Db,
  districtIds: readonly number[],
  clusterIds: readonly number[],
): Promise<{ clusterId: number; schoolYear: number; n: number }[]> {
  if (clusterIds.length === 0) return []
  return db
    .selectFrom('posts.application')
    .select((eb) => ['clusterId', 'schoolYear', eb.fn.countAll<number>().as('n')])
    .where('districtId', 'in', districtIds)
    .where('clusterId', 'in', clusterIds)
    .where('status', '=', '已申报')
    .groupBy(['clusterId', 'schoolYear'])
    .execute()
}
