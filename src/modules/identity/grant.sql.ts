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

export async function updateGrantEnd(db: Db, id: string, untilDay: string | null): Promise<void> {
  await db.updateTable('identity.grant').set({ untilDay }).where('id', '=', id).execute()
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
}

export interface KeptQuery {
  unitIds: readonly number[]
  roles: readonly Role[]
  today: string
  /** Not one's own. */
  except: string
  q?: string | undefined
  after?: string | undefined
  limit: number
}

/** The open accounts that have one of these roles in one of these units, by login. */
export async function listKeptAccounts(db: Db, query: KeptQuery): Promise<KeptAccount[]> {
  const { unitIds, roles, today, except, q = '', after = '', limit } = query
  const { rows } = await sql<KeptAccount>`
    select a.id, a.login, a.name, a.seen_at, a.totp_since is not null as second_factor, a.locked_until
    from identity.account a
    where a.closed_at is null and a.id <> ${except} and lower(a.login) > lower(${after})
      and (${q} = '' or position(lower(${q}) in lower(a.name || ' ' || a.login)) > 0)
      and exists (select from identity."grant" g where g.account_id = a.id and g.role = any (${roles}::text[])
        and g.unit_id = any (${unitIds}::int[]) and (g.until_day is null or g.until_day >= ${today}::date))
    order by lower(a.login) limit ${limit}`.execute(db)
  return rows
}
