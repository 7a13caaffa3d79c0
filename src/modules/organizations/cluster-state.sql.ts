import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

/** A row as its table has it: column → value. */
export type PlainRow = Readonly<Record<string, unknown>>

/** What an import of a cluster's ledger may change beside its rows of facts. */
export interface ClusterState {
  /** The cluster, its schools and their campuses. */
  units: PlainRow[]
  memberships: PlainRow[]
  roster: PlainRow[]
}

/** The state of a cluster with these schools, in a fixed order; as text, so that nothing renames the columns. */
export async function findClusterState(db: Db, clusterId: number, schoolIds: readonly number[]): Promise<ClusterState> {
  const { rows } = await sql<{ state: string }>`
    select jsonb_build_object(
      'units', (select coalesce(jsonb_agg(to_jsonb(u) order by u.id), '[]') from organizations.unit u
        where u.id = ${clusterId} or u.id = any (${schoolIds}::int[])
          or (u.kind = 'campus' and u.parent_id = any (${schoolIds}::int[]))),
      'memberships', (select coalesce(jsonb_agg(to_jsonb(m) order by m.school_id, m.from_day), '[]')
        from organizations.membership m where m.cluster_id = ${clusterId}),
      'roster', (select coalesce(jsonb_agg(to_jsonb(r) order by r.school_id, r.school_year), '[]')
        from organizations.roster r where r.cluster_id = ${clusterId}))::text as state`.execute(db)
  return JSON.parse(rows[0]!.state) as ClusterState
}

/** Gives units back what a ledger may have changed in them. */
export async function updateUnitsTo(db: Db, units: readonly PlainRow[]): Promise<void> {
  await sql`
    update organizations.unit u set name = b.name, short_name = b.short_name, pinyin = b.pinyin, initials = b.initials,
      stage_scope = b.stage_scope, longitude = b.longitude, latitude = b.latitude
    from jsonb_populate_recordset(null::organizations.unit, ${JSON.stringify(units)}::jsonb) b where u.id = b.id`.execute(
    db,
  )
}

export async function deleteMembershipsOf(db: Db, clusterId: number): Promise<void> {
  await sql`delete from organizations.membership where cluster_id = ${clusterId}`.execute(db)
}

export async function deleteRosterOf(db: Db, clusterId: number): Promise<void> {
  await sql`delete from organizations.roster where cluster_id = ${clusterId}`.execute(db)
}

export async function insertMembershipRows(db: Db, rows: readonly PlainRow[]): Promise<void> {
  await sql`insert into organizations.membership select k.*
    from jsonb_populate_recordset(null::organizations.membership, ${JSON.stringify(rows)}::jsonb) k`.execute(db)
}

export async function insertRosterRows(db: Db, rows: readonly PlainRow[]): Promise<void> {
  await sql`insert into organizations.roster select k.*
    from jsonb_populate_recordset(null::organizations.roster, ${JSON.stringify(rows)}::jsonb) k`.execute(db)
}

/** Takes units away that nothing refers to: with one that is referred to the statement fails. */
export async function deleteUnits(db: Db, ids: readonly number[]): Promise<void> {
  await sql`delete from organizations.unit where id = any (${ids}::int[])`.execute(db)
}
