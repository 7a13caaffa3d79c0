import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

interface School {
  districtId: number
  schoolId: number
}

export interface FoundLine {
  schoolId: number
  stage: string
  subject: string
  established: number | null
  filled: number
  leaving: number
  fromDay: string | null
  note: string | null
  statedAt: Date | null
  statedBy: string | null
}

/** What the register counts and what schools have stated, by school, stage and subject. */
export async function listLines(db: Db, schools: readonly School[], schoolYear: number): Promise<FoundLine[]> {
  const of = (table: string) => sql`
    ${sql.ref(`${table}.district_id`)} = any (${[...new Set(schools.map(({ districtId }) => districtId))]}::int[])
    and ${sql.ref(`${table}.school_id`)} = any (${schools.map(({ schoolId }) => schoolId)}::int[])
    and ${sql.ref(`${table}.school_year`)} = ${schoolYear}::smallint`
  const { rows } = await sql<FoundLine>`
    select coalesce(p.school_id, t.school_id) as school_id, coalesce(p.stage, t.stage) as stage,
      coalesce(p.subject, t.subject) as subject, p.established, coalesce(t.filled, 0) as filled,
      coalesce(p.leaving, 0) as leaving, p.from_day, p.note, p.stated_at, p.stated_by
    from (select t.district_id, t.school_id, coalesce(t.stage, '未填') as stage, coalesce(t.subject, '未填') as subject,
        count(*) as filled
      from people.teacher_year t where ${of('t')} group by 1, 2, 3, 4) t
    full join (select p.* from posts.post_count p where ${of('p')}) p
      on p.district_id = t.district_id and p.school_id = t.school_id and p.stage = t.stage and p.subject = t.subject`.execute(
    db,
  )
  return rows
}

export async function deleteLines(db: Db, { districtId, schoolId }: School, schoolYear: number): Promise<void> {
  await db
    .deleteFrom('posts.postCount')
    .where('districtId', '=', districtId)
    .where('schoolId', '=', schoolId)
    .where('schoolYear', '=', schoolYear)
    .execute()
}

export interface NewLine extends School {
  id: string
  schoolYear: number
  stage: string
  subject: string
  established: number
  leaving: number
  fromDay: string | null
  note: string | null
  statedAt: Date
  statedBy: string
}

export async function insertLines(db: Db, lines: readonly NewLine[]): Promise<void> {
  if (lines.length > 0) await db.insertInto('posts.postCount').values(lines).execute()
}

export interface AgreementRow {
  districtId: number
  id: string
  clusterId: number
  schoolYear: number
  stage: string
  subject: string
  fromSchoolId: number
  toSchoolId: number
  n: number
  decidedOn: string
  decidedBy: string
  words: string | null
  withdrawnAt: Date | null
  withdrawnWhy: string | null
}

const agreementColumns = [
  'districtId', 'id', 'clusterId', 'schoolYear', 'stage', 'subject', 'fromSchoolId', 'toSchoolId', 'n', 'decidedOn',
  'decidedBy', 'words', 'withdrawnAt', 'withdrawnWhy',
] as const // prettier-ignore

/** What was agreed in a cluster and school year, also what was withdrawn. */
export function listAgreements(
  db: Db,
  districtIds: readonly number[],
  clusterId: number,
  schoolYear: number,
): Promise<AgreementRow[]> {
  return db
    .selectFrom('posts.agreement')
    .select(agreementColumns)
    .where('districtId', 'in', districtIds)
    .where('clusterId', '=', clusterId)
    .where('schoolYear', '=', schoolYear)
    .orderBy('decidedOn', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export function findAgreement(db: Db, districtIds: readonly number[], id: string): Promise<AgreementRow | undefined> {
  return db
    .selectFrom('posts.agreement')
    .select(agreementColumns)
    .where('districtId', 'in', districtIds)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** One agreement of a cluster at a time: two at once could give away the same teachers. Held until the transaction ends. */
export async function lockPosts(db: Db, clusterId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(8270421, ${clusterId}::int)`.execute(db)
}

export type NewAgreementRow = Omit<AgreementRow, 'withdrawnAt' | 'withdrawnWhy'> & {
  recordedAt: Date
  recordedBy: string
}

export async function insertAgreement(db: Db, agreement: NewAgreementRow): Promise<void> {
  await db.insertInto('posts.agreement').values(agreement).execute()
}

/** False where it was withdrawn before. */
export async function markWithdrawn(
  db: Db,
  { districtId, id }: { districtId: number; id: string },
  withdrawn: { withdrawnAt: Date; withdrawnBy: string; withdrawnWhy: string },
): Promise<boolean> {
  const rows = await db
    .updateTable('posts.agreement')
    .set(withdrawn)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .returning('id')
    .execute()
  return rows.length > 0
}
