import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { CourseContent } from './content.contract.ts'
import type { Course, CourseKind, CourseState, Told } from './entry.contract.ts'

export interface EntryKey {
  districtId: number
  id: string
}

/** A course as it is on file. */
export interface EntryRow extends EntryKey {
  clusterId: number
  schoolId: number
  partnerSchoolIds: number[]
  code: string | null
  name: string
  stages: Course['stages']
  subject: string | null
  theme: string | null
  audience: Course['audience']
  audienceSought: Course['audience'] | null
  licence: Course['licence']
  aboutSought: Told | null
  state: CourseState
  kindsSought: CourseKind[]
  kinds: CourseKind[]
  content: CourseContent
  published: number
  admittedOn: string | null
  withdrawnAt: Date | null
  revision: number
  originDistrictId: number | null
  originId: string | null
  originVersion: number | null
  createdBy: string
  byline: string | null
  note: string
}

export const findEntry = (db: Db, districtIds: readonly number[], id: string): Promise<EntryRow | undefined> =>
  db
    .selectFrom('courses.entry')
    .selectAll()
    .where('districtId', 'in', districtIds)
    .where('id', '=', id)
    .$castTo<EntryRow>()
    .executeTakeFirst()

/** Held until the transaction is over: two who review or publish one course come one after the other. */
export async function lockEntry(db: Db, { districtId, id }: EntryKey): Promise<void> {
  await sql`select id from courses.entry where district_id = ${districtId} and id = ${id} for update`.execute(db)
}

export type NewEntry = Pick<
  EntryRow,
  'clusterId' | 'schoolId' | 'name' | 'stages' | 'subject' | 'theme' | 'audience' | 'licence' | 'content' | 'createdBy'
> &
  EntryKey &
  Partial<Pick<EntryRow, 'originDistrictId' | 'originId' | 'originVersion' | 'byline'>>

/** False where the school has a copy of that origin already. */
export async function insertEntry(db: Db, entry: NewEntry, at: Date): Promise<boolean> {
  const { content, ...rest } = entry
  const kept = { state: '编写中' as const, createdAt: at, changedAt: at, content: JSON.stringify(content) }
  const row = await db
    .insertInto('courses.entry')
    .values({ ...rest, ...kept })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export type EntryChange = Partial<
  Pick<
    EntryRow,
    | 'name'
    | 'stages'
    | 'subject'
    | 'theme'
    | 'audience'
    | 'audienceSought'
    | 'licence'
    | 'aboutSought'
    | 'partnerSchoolIds'
    | 'code'
    | 'byline'
    | 'content'
    | 'state'
    | 'kindsSought'
    | 'kinds'
    | 'note'
    | 'published'
    | 'admittedOn'
    | 'withdrawnAt'
    | 'originVersion'
  >
>

/** Writes what is given, where the course still is as the writer saw it; the new revision, or undefined. */
export async function updateEntry(
  db: Db,
  { districtId, id, revision }: EntryKey & { revision: number },
  { content, aboutSought, ...change }: EntryChange,
  at: Date,
): Promise<number | undefined> {
  const row = await db
    .updateTable('courses.entry')
    .set({
      ...change,
      ...(content && { content: JSON.stringify(content) }),
      ...(aboutSought !== undefined && { aboutSought: aboutSought && JSON.stringify(aboutSought) }),
      changedAt: at,
      revision: revision + 1,
    })
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returning('revision')
    .executeTakeFirst()
  return row?.revision
}

/** Whether another course of the cluster has the number. */
export async function hasCode(db: Db, { districtId, id, clusterId }: EntryRow, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('courses.entry')
    .select('id')
    .where('districtId', '=', districtId)
    .where('clusterId', '=', clusterId)
    .where('code', '=', code)
    .where('id', '<>', id)
    .executeTakeFirst()
  return row !== undefined
}

/** The copies that schools made of a course, with the version that each took in last. */
export async function listCopies(
  db: Db,
  districtIds: readonly number[],
  origin: EntryKey,
): Promise<{ id: string; schoolId: number; school: string; originVersion: number }[]> {
  const { rows } = await sql<{ id: string; schoolId: number; school: string; originVersion: number }>`
    select e.id, e.school_id, u.name as school, e.origin_version
    from courses.entry e join organizations.unit u on u.id = e.school_id
    where e.district_id = any (${districtIds}::int[]) and e.origin_district_id = ${origin.districtId}
      and e.origin_id = ${origin.id}
    order by u.pinyin, u.id`.execute(db)
  return rows
}
