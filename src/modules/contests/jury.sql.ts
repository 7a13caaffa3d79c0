import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { ContestKey } from './contest.sql.ts'

export interface JurorRow {
  id: string
  groupName: string
  accountId: string
  name: string
}

export const listJurors = (db: Db, { districtId, id }: ContestKey): Promise<JurorRow[]> =>
  db
    .selectFrom('contests.juror')
    .select(['id', 'groupName', 'accountId', 'name'])
    .where('districtId', '=', districtId)
    .where('contestId', '=', id)
    .orderBy('groupName')
    .orderBy('id')
    .execute()

/** False where the person judges the group already. */
export async function insertJuror(
  db: Db,
  { districtId, id: contestId }: ContestKey,
  juror: JurorRow,
): Promise<boolean> {
  const rows = await db
    .insertInto('contests.juror')
    .values({ ...juror, districtId, contestId })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .execute()
  return rows.length > 0
}

export async function deleteJuror(db: Db, { districtId }: ContestKey, id: string): Promise<void> {
  await db.deleteFrom('contests.juror').where('districtId', '=', districtId).where('id', '=', id).execute()
}

export interface ScoreRow {
  entryId: string
  accountId: string
  marks: number[]
  total: number
  words: string
}

/** All scores of a contest. */
export async function listScores(db: Db, { districtId, id }: ContestKey): Promise<ScoreRow[]> {
  const { rows } = await sql<ScoreRow>`
    select s.entry_id, s.account_id, (select jsonb_agg(m -> 'mark' order by n) from jsonb_array_elements(s.marks)
      with ordinality as k (m, n)) as marks, s.total::float8 as total, s.words
    from contests.score s join contests.entry e on e.district_id = s.district_id and e.id = s.entry_id
    where s.district_id = ${districtId} and e.contest_id = ${id}::uuid`.execute(db)
  return rows
}

export interface NewScoreRow {
  id: string
  entryId: string
  accountId: string
  marks: readonly { title: string; weight: number; mark: number }[]
  total: number
  words: string
  scoredAt: Date
}

/** What a juror gave before is given anew. */
export async function saveScore(
  db: Db,
  { districtId }: ContestKey,
  { marks, total, ...score }: NewScoreRow,
): Promise<void> {
  const given = { marks: JSON.stringify(marks), total, words: score.words, scoredAt: score.scoredAt }
  await db
    .insertInto('contests.score')
    .values({ ...score, ...given, districtId })
    .onConflict((same) => same.columns(['districtId', 'entryId', 'accountId']).doUpdateSet(given))
    .execute()
}

export interface JurorAccount {
  accountId: string
  name: string
  teacherDistrictId: number | null
  teacherId: string | null
  /** Where the account has a role today; not all of them are schools. */
  unitIds: number[]
}

/** Open accounts with where they work: those of these numbers, or who is an expert at one of these units and called so. Read as the owner. */
export async function listJurorAccounts(
  db: Db,
  { accountIds, expert, today }: { accountIds: readonly string[]; expert?: { name: string; unitIds: readonly number[] }; today: string }, // prettier-ignore
): Promise<JurorAccount[]> {
  const inForce = sql`g.account_id = a.id and g.from_day <= ${today}::date
    and (g.until_day is null or g.until_day >= ${today}::date)`
  const { rows } = await sql<JurorAccount>`
    select a.id as account_id, a.name, a.teacher_district_id, a.teacher_id,
      array(select g.unit_id from identity."grant" g where ${inForce}) as unit_ids
    from identity.account a
    where a.closed_at is null and (a.id = any (${accountIds}::uuid[]) or (a.name = ${expert?.name ?? ''} and exists (
      select from identity."grant" g where ${inForce} and g.role = 'expert' and g.unit_id = any (${expert?.unitIds ?? []}::int[]))))
    order by a.id`.execute(db)
  return rows
}

/** Teachers to whom another is bound: by mentoring, on either side, or by one studio; each with the word for it. Read as the owner. */
export async function listBonds(
  db: Db,
  { districtId, teacherId }: { districtId: number; teacherId: string },
): Promise<{ teacherId: string; why: string }[]> {
  const { rows } = await sql<{ teacherId: string; why: string }>`
    select case when p.mentor_id = ${teacherId}::uuid then p.mentee_id else p.mentor_id end as teacher_id, '是带教关系' as why
    from (select mentor_id, mentee_id from teaching_research.pair where district_id = ${districtId} or mentor_district_id = ${districtId}
      union select mentor_id, mentee_id from teaching_research.mentoring where district_id = ${districtId}) p
    where p.mentor_id = ${teacherId}::uuid or p.mentee_id = ${teacherId}::uuid
    union
    select o.teacher_id, '同在一个工作室' as why
    from (select id, district_id, host_id as teacher_id from studios.studio where host_id is not null
      union select studio_id, district_id, teacher_id from studios.member) m
    join (select id, district_id, host_id as teacher_id from studios.studio where host_id is not null
      union select studio_id, district_id, teacher_id from studios.member) o on o.district_id = m.district_id and o.id = m.id
    where m.teacher_id = ${teacherId}::uuid and o.teacher_id <> ${teacherId}::uuid`.execute(db)
  return rows
}

/** The contests that an account judges and that are closed and not announced. */
export async function listJudgedBy(
  db: Db,
  districtIds: readonly number[],
  accountId: string,
  today: string,
): Promise<{ id: string; districtId: number }[]> {
  const { rows } = await sql<{ id: string; districtId: number }>`
    select distinct c.id, c.district_id from contests.juror j
    join contests.contest c on c.district_id = j.district_id and c.id = j.contest_id
    where j.district_id = any (${districtIds}::int[]) and j.account_id = ${accountId}::uuid
      and c.announced_on is null and c.until_day < ${today}::date`.execute(db)
  return rows
}
