import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { noteRecorded, noteStale } from '#platform/facts.ts'
import type { entryKinds } from './pair.contract.ts'
import type { ClusterKey } from './union.sql.ts'

const SOURCE = 'teaching-research.mentorings'

export interface PairRow extends ClusterKey {
  id: string
  year: number
  mentorDistrictId: number
  mentorId: string
  mentorSchoolId: number
  mentorSchool: string
  mentorName: string
  menteeId: string
  schoolId: number
  school: string
  menteeName: string
  subject: string
  goals: string
  from: string
  until: string
  mentorSignedOn: string | null
  menteeSignedOn: string | null
  endedOn: string | null
  endedWhy: string | null
  meetings: number
  reports: number
}

const latestName = (district: string, teacher: string) => sql`coalesce((select t.name from people.teacher_year t
  where t.district_id = ${sql.ref(district)} and t.teacher_id = ${sql.ref(teacher)} order by t.school_year desc limit 1), '')`

const entriesOf = (kind: string) => sql`(select count(*)::int from teaching_research.pair_entry e
  where e.district_id = p.district_id and e.pair_id = p.id and e.kind = ${kind})`

const read = async (db: Db, where: RawBuilder<unknown>): Promise<PairRow[]> => {
  const { rows } = await sql<PairRow>`
    select p.district_id, p.id, p.cluster_id, p.school_year as year, p.mentor_district_id, p.mentor_id, p.mentor_school_id,
      a.name as mentor_school, ${latestName('p.mentor_district_id', 'p.mentor_id')} as mentor_name, p.mentee_id, p.school_id,
      b.name as school, ${latestName('p.district_id', 'p.mentee_id')} as mentee_name, p.subject, p.goals, p.from_day as "from",
      p.until_day as until, p.mentor_signed_on, p.mentee_signed_on, p.ended_on, p.ended_why,
      ${entriesOf('活动')} as meetings, ${entriesOf('学期小结')} as reports
    from teaching_research.pair p
    join organizations.unit a on a.id = p.mentor_school_id
    join organizations.unit b on b.id = p.school_id
    where ${where} order by p.school_year desc, p.id limit 1000`.execute(db)
  return rows
}

const within = (districtIds: readonly number[]) => sql`p.district_id = any (${districtIds}::int[])`

export const listPairs = (
  db: Db,
  districtIds: readonly number[],
  clusterId: number,
  year: number,
): Promise<PairRow[]> =>
  read(db, sql`${within(districtIds)} and p.cluster_id = ${clusterId} and p.school_year = ${year}::smallint`)

export const findPair = async (db: Db, districtIds: readonly number[], id: string): Promise<PairRow | undefined> =>
  (await read(db, sql`${within(districtIds)} and p.id = ${id}::uuid`))[0]

/** Pairs that go on and are not signed by both schools yet. */
export const listOpenPairs = (db: Db, districtIds: readonly number[]): Promise<PairRow[]> =>
  read(db, sql`${within(districtIds)} and p.ended_on is null and (p.mentor_signed_on is null or p.mentee_signed_on is null)`) // prettier-ignore

/** The pairs of one teacher, on either side. Read as the owner. */
export const listPairsOf = (db: Db, districtIds: readonly number[], teacherId: string): Promise<PairRow[]> =>
  read(db, sql`${within(districtIds)} and (p.mentor_id = ${teacherId}::uuid or p.mentee_id = ${teacherId}::uuid)`)

export interface NewPairRow extends ClusterKey {
  id: string
  schoolYear: number
  mentorDistrictId: number
  mentorId: string
  mentorSchoolId: number
  menteeId: string
  schoolId: number
  subject: string
  goals: string
  fromDay: string
  untilDay: string
  writtenAt: Date
  writtenBy: string
}

export async function insertPair(db: Db, pair: NewPairRow): Promise<void> {
  await db.insertInto('teachingResearch.pair').values(pair).execute()
}

interface PairKey {
  districtId: number
  id: string
}

export async function lockPair(db: Db, { districtId, id }: PairKey): Promise<void> {
  await sql`select from teaching_research.pair where district_id = ${districtId} and id = ${id}::uuid for update`.execute(db) // prettier-ignore
}

type Change =
  | { endedOn: string; endedWhy: string }
  | { mentorSignedOn?: string; mentorSignedBy?: string; menteeSignedOn?: string; menteeSignedBy?: string }

export async function updatePair(db: Db, { districtId, id }: PairKey, change: Change): Promise<void> {
  await db
    .updateTable('teachingResearch.pair')
    .set(change)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

export interface EntryRow {
  id: string
  kind: (typeof entryKinds)[number]
  on: string
  words: string
}

export async function listEntries(db: Db, { districtId, id }: PairKey): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select e.id, e.kind, e.held_on as "on", e.words from teaching_research.pair_entry e
    where e.district_id = ${districtId} and e.pair_id = ${id}::uuid order by e.held_on desc, e.id desc`.execute(db)
  return rows
}

export async function insertEntry(
  db: Db,
  { districtId, id: pairId, schoolId, mentorSchoolId }: PairRow,
  { on, ...entry }: EntryRow & { writtenAt: Date; writtenBy: string },
): Promise<void> {
  await db
    .insertInto('teachingResearch.pairEntry')
    .values({ ...entry, districtId, pairId, schoolId, mentorSchoolId, heldOn: on })
    .execute()
}

/**
 * A pair that both schools signed stands in the ledger of its year; where a workbook had it, it is the pair's own row from now
 * on, and stays when that import is undone. Runs as the owner.
 */
export async function recordPair(db: Db, pair: PairRow, id: string): Promise<void> {
  const { districtId, year: schoolYear, mentorId, mentorSchoolId, menteeId, schoolId, subject, clusterId } = pair
  await db
    .insertInto('teachingResearch.mentoring')
    .values({ districtId, id, schoolYear, mentorId, mentorSchoolId, menteeId, schoolId, subject, clusterId })
    .onConflict((same) =>
      same
        .columns(['districtId', 'schoolYear', 'mentorId', 'menteeId'])
        .doUpdateSet({ mentorSchoolId, schoolId, subject, clusterId, importId: null, sourceRow: null }),
    )
    .execute()
  const { rows } = await sql<{ districtId: number; schoolId: number; schoolYear: number }>`
    select district_id, school_id, school_year from platform.recorded
    where district_id = ${districtId} and school_id = ${schoolId} and school_year = ${schoolYear}::smallint
      and source = 'people.teachers'`.execute(db)
  await noteRecorded(db, rows.map((row) => ({ ...row, source: SOURCE }))) // prettier-ignore
  await noteStale(db, [{ districtId, schoolId, schoolYear, source: SOURCE }])
}
