import { sql } from 'kysely'
import type { Role } from '#shared/access.ts'
import type { Db } from '#platform/database/database.ts'
import type { NewGrant } from './account.sql.ts'

/** A role as it was given, with the place where it holds. */
export interface PlacedGrant {
  id: string
  accountId: string
  role: Role
  unitId: number
  unitName: string
  districtId: number
  clusterIds: number[]
  fromDay: string
  untilDay: string | null
}

const memberToday = (today: string) =>
  sql`m.from_day <= ${today}::date and (m.until_day is null or m.until_day >= ${today}::date)`

const placed = (today: string) => sql`
  select g.id, g.account_id, g.role, g.unit_id, u.name as unit_name, u.district_id, g.from_day, g.until_day, array(
    select m.cluster_id from organizations.membership m where m.school_id = u.id and ${memberToday(today)}) as cluster_ids
  from identity."grant" g join organizations.unit u on u.id = g.unit_id`

/** The roles of some accounts that hold today or are to come. */
export async function listPlacedGrants(db: Db, accountIds: readonly string[], today: string): Promise<PlacedGrant[]> {
  const { rows } = await sql<PlacedGrant>`${placed(today)}
    where g.account_id = any (${accountIds}::uuid[]) and (g.until_day is null or g.until_day >= ${today}::date)
    order by g.from_day, g.id`.execute(db)
  return rows
}

/** Of each of some accounts the role that holds longest or ended last. */
export async function listLastGrants(db: Db, accountIds: readonly string[], today: string): Promise<PlacedGrant[]> {
  const { rows } = await sql<PlacedGrant>`
    select distinct on (p.account_id) p.* from (${placed(today)} where g.account_id = any (${accountIds}::uuid[])) p
    order by p.account_id, coalesce(p.until_day, 'infinity') desc, p.from_day desc, p.id`.execute(db)
  return rows
}

export async function findPlacedGrant(db: Db, id: string, today: string): Promise<PlacedGrant | undefined> {
  const { rows } = await sql<PlacedGrant>`${placed(today)} where g.id = ${id}`.execute(db)
  return rows[0]
}

export async function insertGrants(db: Db, grants: readonly NewGrant[]): Promise<void> {
  if (grants.length > 0)
    await db
      .insertInto('identity.grant')
      .values([...grants])
      .execute()
}

/** Lets a role end on a day. Returns whether that is another day than before. */
export async function updateGrantEnd(db: Db, id: string, untilDay: string | null): Promise<boolean> {
  const changed = await db
    .updateTable('identity.grant')
    .set({ untilDay })
    .where('id', '=', id)
    .where('untilDay', 'is distinct from', untilDay)
    .returning('id')
    .execute()
  return changed.length > 0
}

/** A unit below another, with what deciding about it needs. */
export interface UnitBelow {
  id: number
  name: string
  shortName: string
  kind: string
  districtId: number
  clusterIds: number[]
}

/** A unit and all of these kinds that lie below it today: the wide ones first, then by name. */
export async function listUnitsBelow(
  db: Db,
  unitId: number,
  kinds: readonly string[],
  today: string,
): Promise<UnitBelow[]> {
  const { rows } = await sql<UnitBelow>`
    with below as (
      select u.id from organizations.unit u where u.id = ${unitId} or u.district_id = ${unitId} or u.parent_id = ${unitId}
      union select u.id from organizations.unit u join organizations.unit d on d.id = u.district_id
        where d.parent_id = ${unitId}
      union select m.school_id from organizations.membership m where m.cluster_id = ${unitId} and ${memberToday(today)})
    select u.id, u.name, u.short_name, u.kind, u.district_id, array(
      select m.cluster_id from organizations.membership m where m.school_id = u.id and ${memberToday(today)}) as cluster_ids
    from organizations.unit u join below b on b.id = u.id where u.kind = any (${kinds}::text[])
    order by array_position(array['city', 'district', 'cluster', 'group', 'school'], u.kind), u.pinyin, u.id`.execute(
    db,
  )
  return rows
}

export interface KeptAccount {
  id: string
  login: string
  name: string
  seenAt: Date | null
  secondFactor: boolean
  lockedUntil: Date | null
  closed: boolean
}

/** Which accounts: those with a role, those whose last role is over, those that were closed. */
export type Standing = 'held' | 'none' | 'closed'

export interface KeptQuery {
  standing: Standing
  unitIds: readonly number[]
  roles: readonly Role[]
  today: string
  /** Not one's own. */
  except: string
  q?: string | undefined
  after?: string | undefined
  limit: number
}

const isNow = (today: string) => sql`(g.until_day is null or g.until_day >= ${today}::date)`

/** Whether an account is in a list: by a role that holds or is to come, or else by the last that it had. */
function stands({ standing, unitIds, roles, today }: KeptQuery) {
  const isKept = sql`g.role = any (${roles}::text[]) and g.unit_id = any (${unitIds}::int[])`
  const held = sql`exists (select from identity."grant" g where g.account_id = a.id and ${isNow(today)})`
  const last = sql`(select ${isKept} from identity."grant" g where g.account_id = a.id
    order by coalesce(g.until_day, 'infinity') desc, g.from_day desc, g.id limit 1)`
  if (standing === 'closed') return sql`a.closed_at is not null and ${last}`
  if (standing === 'none') return sql`a.closed_at is null and not ${held} and ${last}`
  return sql`a.closed_at is null
    and exists (select from identity."grant" g where g.account_id = a.id and ${isKept} and ${isNow(today)})`
}

/** The accounts that stand like that, by one of these roles in one of these units, by login. */
export async function listKeptAccounts(db: Db, query: KeptQuery): Promise<KeptAccount[]> {
  const { except, q = '', after = '', limit } = query
  const { rows } = await sql<KeptAccount>`
    select a.id, a.login, a.name, a.seen_at, a.totp_since is not null as second_factor, a.locked_until,
      a.closed_at is not null as closed
    from identity.account a
    where ${stands(query)} and a.id <> ${except} and lower(a.login) > lower(${after})
      and (${q} = '' or position(lower(${q}) in lower(a.name || ' ' || a.login)) > 0)
    order by lower(a.login) limit ${limit}`.execute(db)
  return rows
}
