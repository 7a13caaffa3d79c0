import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Stop, StudyRoute } from './route.contract.ts'
import type { ClusterKey } from './place.sql.ts'

export type RouteRow = Omit<StudyRoute, 'metres' | 'minutes'>

const rows = (where: RawBuilder<unknown>) => sql<RouteRow>`
    select r.id, r.name, r.about, r.safety, r.stages, r.themes, r.is_published, r.sample,
      coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'longitude', s.longitude, 'latitude', s.latitude, 'task', s.task)
        order by s.position) from practice.stop s where s.district_id = r.district_id and s.route_id = r.id), '[]') as stops
    from practice.route r
    where ${where}
    order by r.pinyin, r.id`

const of = ({ districtId, clusterId }: ClusterKey) => sql`r.district_id = ${districtId} and r.cluster_id = ${clusterId}`

/** By pinyin, each with its stops in order. */
export const listRoutes = async (db: Db, key: ClusterKey, drafts: boolean): Promise<RouteRow[]> =>
  (await rows(sql`${of(key)} and (r.is_published or ${drafts})`).execute(db)).rows

export const findRoute = async (db: Db, key: ClusterKey, id: string): Promise<RouteRow | undefined> =>
  (await rows(sql`${of(key)} and r.id = ${id}::uuid`).execute(db)).rows[0]

export interface SavedRoute extends ClusterKey, Omit<RouteRow, 'stops'> {
  pinyin: string
  changedAt: Date
  changedBy: string
}

/** False where another route of the cluster has the name. */
export async function saveRoute(db: Db, route: SavedRoute): Promise<boolean> {
  const { rows } = await sql`
    insert into practice.route (district_id, id, cluster_id, name, pinyin, about, safety, stages, themes, is_published, sample,
      changed_at, changed_by)
    select ${route.districtId}::int, ${route.id}::uuid, ${route.clusterId}::int, ${route.name}, ${route.pinyin},
      ${route.about}, ${route.safety}, ${route.stages}::text[], ${route.themes}::text[], ${route.isPublished}::boolean,
      ${route.sample}::boolean, ${route.changedAt}::timestamptz, ${route.changedBy}
    where not exists (select from practice.route o where o.district_id = ${route.districtId}
      and o.cluster_id = ${route.clusterId} and o.name = ${route.name} and o.id <> ${route.id}::uuid)
    on conflict (district_id, id) do update set name = excluded.name, pinyin = excluded.pinyin, about = excluded.about,
      safety = excluded.safety, stages = excluded.stages, themes = excluded.themes, is_published = excluded.is_published,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by
    returning id`.execute(db)
  return rows.length > 0
}

/** The stops that a route had, which are now taken away. */
export async function deleteStops(db: Db, districtId: number, routeId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from practice.stop where district_id = ${districtId} and route_id = ${routeId} returning id`.execute(db)
  return rows.map(({ id }) => id)
}

export async function insertStops(
  db: Db,
  { districtId, routeId }: { districtId: number; routeId: string },
  stops: readonly (Stop & { id: string })[],
): Promise<void> {
  const rows = stops.map((stop, n) => ({ ...stop, districtId, routeId, position: n + 1 }))
  await db.insertInto('practice.stop').values(rows).execute()
}

export async function deleteRoute(db: Db, districtId: number, id: string): Promise<void> {
  await sql`delete from practice.route where district_id = ${districtId} and id = ${id}`.execute(db)
}
