import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

export interface ContactRow {
  districtId: number
  id: string
  unitId: number
  ofCluster: boolean
  name: string
  duty: string
  phone: string | null
  fromDay: string
  untilDay: string | null
}

const columns = sql`c.district_id, c.id, c.unit_id, c.of_cluster, c.name, c.duty, c.phone, c.from_day, c.until_day`

/** The contacts of some units, the office's own first, then by school; those of the past only if asked for. */
export async function listContactRows(
  db: Db,
  unitIds: readonly number[],
  onDay: string | null,
): Promise<(ContactRow & { unitName: string })[]> {
  const { rows } = await sql<ContactRow & { unitName: string }>`
    select ${columns}, u.name as unit_name
    from organizations.contact c join organizations.unit u on u.id = c.unit_id
    where c.unit_id = any (${unitIds}::int[])
      and (${onDay}::date is null or c.until_day is null or c.until_day >= ${onDay}::date)
    order by not c.of_cluster, u.code, u.id, c.until_day is not null, c.from_day, c.id`.execute(db)
  return rows
}

export async function findContact(db: Db, id: string): Promise<ContactRow | undefined> {
  const { rows } = await sql<ContactRow>`select ${columns} from organizations.contact c where c.id = ${id}`.execute(db)
  return rows[0]
}

export async function saveContact(db: Db, to: ContactRow): Promise<void> {
  await sql`
    insert into organizations.contact
      (district_id, id, unit_id, of_cluster, name, duty, phone, from_day, until_day)
    values (${to.districtId}, ${to.id}, ${to.unitId}, ${to.ofCluster}, ${to.name}, ${to.duty}, ${to.phone},
      ${to.fromDay}, ${to.untilDay})
    on conflict (district_id, id) do update set name = excluded.name, duty = excluded.duty, phone = excluded.phone,
      from_day = excluded.from_day, until_day = excluded.until_day`.execute(db)
}

export async function deleteContact(db: Db, districtId: number, id: string): Promise<void> {
  await sql`delete from organizations.contact where district_id = ${districtId} and id = ${id}`.execute(db)
}
