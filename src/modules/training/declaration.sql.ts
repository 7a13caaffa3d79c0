import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { CourseKey } from './course.sql.ts'

export interface DeclarationRow {
  districtId: number
  id: string
  courseId: string
  title: string
  field: string
  unitId: number
  unitName: string
  state: '已申报' | '已认定' | '已退回'
  hours: number
  people: number
  declaredAt: Date
  declaredBy: string
  countsAs: string | null
  reason: string | null
  number: string | null
  decidedAt: Date | null
  decidedBy: string | null
}

const read = async (db: Db, where: RawBuilder<unknown>): Promise<DeclarationRow[]> => {
  const { rows } = await sql<DeclarationRow>`
    select d.district_id, d.id, d.course_id, c.title, c.field, c.unit_id, u.name as unit_name, d.state, d.hours, d.people,
      d.declared_at, d.declared_by, d.counts_as, d.reason, d.number, d.decided_at, d.decided_by
    from training.declaration d
    join training.course c on c.district_id = d.district_id and c.id = d.course_id
    join organizations.unit u on u.id = c.unit_id
    where ${where}
    order by d.declared_at desc, d.id desc limit 500`.execute(db)
  return rows
}

export const listDeclarationsOf = (db: Db, { districtId, id }: CourseKey): Promise<DeclarationRow[]> =>
  read(db, sql`d.district_id = ${districtId} and d.course_id = ${id}::uuid`)

/** What waits for a district, and what it decided, the latest first. */
export const listDeclarations = (db: Db, districtId: number): Promise<DeclarationRow[]> =>
  read(db, sql`d.district_id = ${districtId}`)

/** What was given back to a cluster and is still to be declared anew. */
export const listReturned = (db: Db, districtIds: readonly number[], unitId: number): Promise<DeclarationRow[]> =>
  read(
    db,
    sql`d.district_id = any (${districtIds}::int[]) and c.unit_id = ${unitId} and d.state = '已退回'
      and not exists (select from training.declaration n where n.district_id = d.district_id
        and n.course_id = d.course_id and n.declared_at > d.declared_at)`,
  )

export const findDeclaration = async (
  db: Db,
  districtIds: readonly number[],
  id: string,
): Promise<DeclarationRow | undefined> =>
  (await read(db, sql`d.district_id = any (${districtIds}::int[]) and d.id = ${id}::uuid`))[0]

export async function insertDeclaration(
  db: Db,
  declaration: CourseKey & { courseId: string; hours: number; people: number; declaredAt: Date; declaredBy: string },
): Promise<void> {
  await db
    .insertInto('training.declaration')
    .values({ ...declaration, state: '已申报' })
    .execute()
}

export interface RecognitionRow {
  state: '已认定' | '已退回'
  countsAs: string | null
  reason: string
  number: string | null
  decidedAt: Date
  decidedBy: string
}

/** Decides on what waits; false where somebody did so before. */
export async function updateDecided(db: Db, { districtId, id }: CourseKey, decision: RecognitionRow): Promise<boolean> {
  const rows = await db
    .updateTable('training.declaration')
    .set(decision)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .where('state', '=', '已申报')
    .returning('id')
    .execute()
  return rows.length > 0
}
