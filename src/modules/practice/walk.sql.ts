import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { WalkWay } from './walk.contract.ts'

/** A stop of a walk, and when the class came there. */
export interface WalkStopRow {
  stopId: string
  name: string
  task: string
  longitude: number
  latitude: number
  cameAt: Date | null
  way: WalkWay | null
}

export interface WalkRow {
  districtId: number
  id: string
  clusterId: number
  routeId: string
  route: string
  schoolId: number
  school: string
  accountId: string
  leader: string
  classes: string
  headCount: number
  startedAt: Date
  doneAt: Date | null
  number: number | null
  numberYear: number | null
  code: string | null
  stops: WalkStopRow[]
}

type Told = Omit<WalkRow, 'stops'> & { stops: (Omit<WalkStopRow, 'cameAt'> & { cameAt: string | null })[] }

const rows = (where: RawBuilder<unknown>, most = 500) => sql<Told>`
  select w.district_id, w.id, w.cluster_id, w.route_id, w.route, w.school_id, u.name as school, w.account_id, w.leader, w.classes,
    w.head_count, w.started_at, w.done_at, w.number, w.number_year, w.code,
    (select jsonb_agg(jsonb_build_object('stopId', s.stop_id, 'name', s.name, 'task', s.task, 'longitude', s.longitude,
      'latitude', s.latitude, 'cameAt', s.came_at, 'way', s.way) order by s.position)
      from practice.walk_stop s where s.district_id = w.district_id and s.walk_id = w.id) as stops
  from practice.walk w
  join organizations.unit u on u.id = w.school_id
  where ${where}
  order by w.started_at desc, w.id limit ${most}`

const walkOf = ({ stops, ...walk }: Told): WalkRow => ({
  ...walk,
  stops: stops.map((stop) => ({ ...stop, cameAt: stop.cameAt === null ? null : new Date(stop.cameAt) })),
})

const read = async (db: Db, where: RawBuilder<unknown>): Promise<WalkRow[]> =>
  (await rows(where).execute(db)).rows.map(walkOf)

const within = (districtIds: readonly number[]) => sql`w.district_id = any (${districtIds}::int[])`

export const findWalk = async (db: Db, districtIds: readonly number[], id: string): Promise<WalkRow | undefined> =>
  (await read(db, sql`${within(districtIds)} and w.id = ${id}::uuid`))[0]

/** Whoever has the certificate has the code: asked as the owner. */
export const findWalkByCode = async (
  db: Db,
  districtIds: readonly number[],
  code: string,
): Promise<WalkRow | undefined> => (await read(db, sql`${within(districtIds)} and w.code = ${code}`))[0]

export const listOwnWalks = (db: Db, districtIds: readonly number[], accountId: string): Promise<WalkRow[]> =>
  read(db, sql`${within(districtIds)} and w.account_id = ${accountId}::uuid`)

/** The walks that a person led, or of a school's classes, that began after an instant. Read as the owner. */
export const listWalksSince = (
  db: Db,
  districtIds: readonly number[],
  whose: { accountId: string } | { schoolId: number },
  since: Date,
): Promise<WalkRow[]> =>
  read(
    db,
    sql`${within(districtIds)} and w.started_at >= ${since} and ${
      'accountId' in whose ? sql`w.account_id = ${whose.accountId}::uuid` : sql`w.school_id = ${whose.schoolId}`
    }`,
  )

/** The walks of a cluster that began in a span of time. */
export const listWalks = (
  db: Db,
  { districtId, clusterId }: { districtId: number; clusterId: number },
  { from, until }: { from: Date; until: Date },
): Promise<WalkRow[]> =>
  read(
    db,
    sql`w.district_id = ${districtId} and w.cluster_id = ${clusterId} and w.started_at >= ${from} and w.started_at < ${until}`,
  )

export interface NewWalkRow extends Omit<WalkRow, 'school' | 'doneAt' | 'number' | 'numberYear' | 'code' | 'stops'> {
  stops: readonly { id: string; name: string; task: string; longitude: number; latitude: number }[]
}

export async function insertWalk(db: Db, { stops, ...walk }: NewWalkRow): Promise<void> {
  await db.insertInto('practice.walk').values(walk).execute()
  const { districtId, id: walkId } = walk
  const lines = stops.map(({ id: stopId, ...stop }, n) => ({ districtId, walkId, stopId, position: n + 1, ...stop }))
  await db.insertInto('practice.walkStop').values(lines).execute()
}

interface WalkKey {
  districtId: number
  id: string
}

/** Has a walk for this transaction: two phones of one class come one after the other. */
export async function lockWalk(db: Db, { districtId, id }: WalkKey): Promise<void> {
  await sql`select from practice.walk where district_id = ${districtId} and id = ${id}::uuid for update`.execute(db)
}

export interface Came {
  stopId: string
  cameAt: Date
  way: WalkWay
  distanceM: number | null
}

/** A stop is checked in once: false where it was before. */
export async function markCame(db: Db, { districtId, id }: WalkKey, came: Came): Promise<boolean> {
  const { stopId, cameAt, way, distanceM } = came
  const { rows: changed } = await sql`
    update practice.walk_stop set came_at = ${cameAt}, way = ${way}, distance_m = ${distanceM}
    where district_id = ${districtId} and walk_id = ${id}::uuid and stop_id = ${stopId}::uuid and came_at is null
    returning stop_id`.execute(db)
  return changed.length > 0
}

/** Gives a finished walk the next number of its district and year: one after the other. Asked as the owner, who sees all. */
export async function markDone(
  db: Db,
  { districtId, id }: WalkKey,
  { doneAt, numberYear, code }: { doneAt: Date; numberYear: number; code: string },
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('practice.walk ' || ${districtId}::int, 0))`.execute(db)
  await sql`
    update practice.walk set done_at = ${doneAt}, number_year = ${numberYear}, code = ${code}, number = (
      select coalesce(max(number), 0) + 1 from practice.walk where district_id = ${districtId} and number_year = ${numberYear})
    where district_id = ${districtId} and id = ${id}::uuid`.execute(db)
}

export async function deleteWalk(db: Db, { districtId, id }: WalkKey): Promise<void> {
  await sql`delete from practice.walk where district_id = ${districtId} and id = ${id}::uuid`.execute(db)
}
