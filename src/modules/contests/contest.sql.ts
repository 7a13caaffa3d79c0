import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Group, Item } from './contest.contract.ts'

export interface ClusterKey {
  districtId: number
  clusterId: number
}

export interface ContestKey {
  districtId: number
  id: string
}

export interface ContestRow extends ClusterKey {
  id: string
  title: string
  rules: string
  from: string
  until: string
  groups: Group[]
  items: Item[]
  announcedOn: string | null
  changedAt: Date
}

const read = async (db: Db, where: RawBuilder<unknown>): Promise<ContestRow[]> => {
  const { rows } = await sql<ContestRow>`
    select c.district_id, c.id, c.cluster_id, c.title, c.rules, c.from_day as "from", c.until_day as until, c.groups, c.items,
      c.announced_on, c.changed_at
    from contests.contest c where ${where} order by c.until_day desc, c.id desc limit 500`.execute(db)
  return rows
}

/** The contests of a cluster, the latest first. */
export const listContests = (db: Db, { districtId, clusterId }: ClusterKey): Promise<ContestRow[]> =>
  read(db, sql`c.district_id = ${districtId} and c.cluster_id = ${clusterId}`)

export const findContest = async (
  db: Db,
  districtIds: readonly number[],
  id: string,
): Promise<ContestRow | undefined> =>
  (await read(db, sql`c.district_id = any (${districtIds}::int[]) and c.id = ${id}::uuid`))[0]

/** Contests of these clusters that are closed and not announced. */
export const listJudged = (
  db: Db,
  districtIds: readonly number[],
  clusterIds: readonly number[],
  today: string,
): Promise<ContestRow[]> =>
  read(
    db,
    sql`c.district_id = any (${districtIds}::int[]) and c.cluster_id = any (${clusterIds}::int[])
      and c.announced_on is null and c.until_day < ${today}::date`,
  )

/** Contests of these clusters that take works, or will, until an instant or later. */
export const listOpen = (
  db: Db,
  districtIds: readonly number[],
  clusterIds: readonly number[],
  since: Date,
): Promise<ContestRow[]> =>
  read(
    db,
    sql`c.district_id = any (${districtIds}::int[]) and c.cluster_id = any (${clusterIds}::int[])
      and c.until_day >= ${since}::timestamptz::date`,
  )

/** Works, jurors, scores and results of one contest are written one after the other. */
export async function lockContest(db: Db, { districtId, id }: ContestKey): Promise<void> {
  await sql`select from contests.contest where district_id = ${districtId} and id = ${id}::uuid for update`.execute(db)
}

export interface ContestWritten {
  title: string
  rules: string
  fromDay: string
  untilDay: string
  groups: string
  items: string
  changedAt: Date
  changedBy: string
}

export async function insertContest(db: Db, contest: ContestWritten & ClusterKey & { id: string }): Promise<void> {
  await db.insertInto('contests.contest').values(contest).execute()
}

type Change = ContestWritten | { announcedOn: string; announcedBy: string }

export async function updateContest(db: Db, { districtId, id }: ContestKey, change: Change): Promise<void> {
  await db
    .updateTable('contests.contest')
    .set(change)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

/** How many works of how many schools, and how many prizes, of the contests of a cluster. Read as the owner: it names nobody. */
export async function countEntries(
  db: Db,
  { districtId, clusterId }: ClusterKey,
): Promise<{ contestId: string; entries: number; schools: number; prizes: number }[]> {
  const { rows } = await sql<{ contestId: string; entries: number; schools: number; prizes: number }>`
    select e.contest_id, count(*)::int as entries, count(distinct e.school_id)::int as schools, count(e.prize)::int as prizes
    from contests.entry e join contests.contest c on c.district_id = e.district_id and c.id = e.contest_id
    where e.district_id = ${districtId} and c.cluster_id = ${clusterId} and e.withdrawn_on is null
    group by e.contest_id`.execute(db)
  return rows
}
