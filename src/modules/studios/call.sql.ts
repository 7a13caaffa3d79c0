import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { applicationStates } from './call.contract.ts'
import type { Line } from './line.contract.ts'
import type { ClusterKey, StudioKey } from './studio.sql.ts'

export interface CallRow extends ClusterKey {
  id: string
  line: Line
  title: string
  places: number
  from: string
  until: string
  conditions: string
}

const calls = sql`select c.district_id, c.id, c.cluster_id, c.line, c.title, c.places, c.from_day as "from", c.until_day as until,
  c.conditions from studios.call c`

/** The calls of a cluster, the latest first. */
export async function listCalls(db: Db, { districtId, clusterId }: ClusterKey): Promise<CallRow[]> {
  const { rows } = await sql<CallRow>`${calls} where c.district_id = ${districtId} and c.cluster_id = ${clusterId}
    order by c.until_day desc, c.id desc limit 200`.execute(db)
  return rows
}

export async function findCall(db: Db, districtIds: readonly number[], id: string): Promise<CallRow | undefined> {
  const { rows } = await sql<CallRow>`${calls}
    where c.district_id = any (${districtIds}::int[]) and c.id = ${id}::uuid`.execute(db)
  return rows[0]
}

/** Who applies at the same time waits for one another. */
export async function lockCall(db: Db, { districtId, id }: StudioKey): Promise<void> {
  await sql`select from studios.call where district_id = ${districtId} and id = ${id}::uuid for update`.execute(db)
}

export async function insertCall(
  db: Db,
  { from: fromDay, until: untilDay, ...call }: CallRow & { writtenAt: Date; writtenBy: string },
): Promise<void> {
  await db
    .insertInto('studios.call')
    .values({ ...call, fromDay, untilDay })
    .execute()
}

export interface ApplicationRow {
  districtId: number
  id: string
  callId: string
  clusterId: number
  name: string
  field: string
  hostDistrictId: number | null
  hostId: string | null
  hostName: string
  schoolDistrictId: number
  schoolId: number
  school: string
  plan: string
  status: (typeof applicationStates)[number]
  writtenAt: Date
  decidedOn: string | null
  decidedWhy: string | null
  studioId: string | null
}

const read = async (db: Db, where: RawBuilder<unknown>): Promise<ApplicationRow[]> => {
  const { rows } = await sql<ApplicationRow>`
    select a.district_id, a.id, a.call_id, c.cluster_id, a.name, a.field, a.host_district_id, a.host_id, a.host_name,
      a.school_district_id, a.school_id, n.name as school, a.plan, a.status, a.written_at, a.decided_on, a.decided_why,
      s.id as studio_id
    from studios.application a
    join studios.call c on c.district_id = a.district_id and c.id = a.call_id
    join organizations.unit n on n.id = a.school_id
    left join studios.studio s on s.district_id = a.district_id and s.application_id = a.id
    where ${where} order by a.written_at, a.id limit 1000`.execute(db)
  return rows
}

export const listApplications = (db: Db, { districtId, id }: StudioKey): Promise<ApplicationRow[]> =>
  read(db, sql`a.district_id = ${districtId} and a.call_id = ${id}::uuid`)

/** How many applied, wait and were chosen, of the calls of a cluster. Read as the owner: it names nobody. */
export async function countApplications(
  db: Db,
  { districtId, clusterId }: ClusterKey,
): Promise<{ callId: string; applications: number; waiting: number; chosen: number }[]> {
  const { rows } = await sql<{ callId: string; applications: number; waiting: number; chosen: number }>`
    select a.call_id, (count(*) filter (where a.status <> '已撤回'))::int as applications,
      (count(*) filter (where a.status = '待评选'))::int as waiting,
      (count(*) filter (where a.status = '入选'))::int as chosen
    from studios.application a join studios.call c on c.district_id = a.district_id and c.id = a.call_id
    where a.district_id = ${districtId} and c.cluster_id = ${clusterId} group by a.call_id`.execute(db)
  return rows
}

export const findApplication = async (
  db: Db,
  districtIds: readonly number[],
  id: string,
): Promise<ApplicationRow | undefined> =>
  (await read(db, sql`a.district_id = any (${districtIds}::int[]) and a.id = ${id}::uuid`))[0]

export type NewApplicationRow = Omit<
  ApplicationRow,
  'clusterId' | 'school' | 'decidedOn' | 'decidedWhy' | 'studioId'
> & {
  writtenBy: string
}

export async function insertApplication(db: Db, application: NewApplicationRow): Promise<void> {
  await db.insertInto('studios.application').values(application).execute()
}

type Change =
  { status: '已撤回' } | { status: '入选' | '未入选'; decidedOn: string; decidedBy: string; decidedWhy: string }

export async function updateApplication(db: Db, { districtId, id }: StudioKey, change: Change): Promise<void> {
  await db
    .updateTable('studios.application')
    .set(change)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

/** Calls of these clusters of which applications wait. */
export async function listWaiting(
  db: Db,
  districtIds: readonly number[],
  clusterIds: readonly number[],
): Promise<{ callId: string; title: string; clusterId: number; until: string; n: number }[]> {
  const { rows } = await sql<{ callId: string; title: string; clusterId: number; until: string; n: number }>`
    select c.id as call_id, c.title, c.cluster_id, c.until_day as until, count(*)::int as n
    from studios.application a join studios.call c on c.district_id = a.district_id and c.id = a.call_id
    where a.district_id = any (${districtIds}::int[]) and c.cluster_id = any (${clusterIds}::int[]) and a.status = '待评选'
    group by c.district_id, c.id order by c.until_day, c.id`.execute(db)
  return rows
}
