import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Filed, LedgerScope } from '#platform/ledger.ts'

export interface MentoringRow {
  districtId: number
  schoolYear: number
  mentorId: string
  mentorSchoolId: number
  menteeId: string
  schoolId: number
  subject: string | null
}

/** What is on file for these pairs of mentor and mentee in the school year. */
export async function listMentorings(
  db: Db,
  { districtIds, schoolYear }: LedgerScope,
  pairs: readonly Pick<MentoringRow, 'mentorId' | 'menteeId'>[],
): Promise<MentoringRow[]> {
  const { rows } = await sql<MentoringRow>`
    select m.district_id, m.school_year, m.mentor_id, m.mentor_school_id, m.mentee_id, m.school_id, m.subject
    from teaching_research.mentoring m
    join unnest(${pairs.map((pair) => pair.mentorId)}::uuid[], ${pairs.map((pair) => pair.menteeId)}::uuid[])
      as asked (mentor_id, mentee_id) using (mentor_id, mentee_id)
    where m.district_id = any (${districtIds}::int[]) and m.school_year = ${schoolYear}`.execute(db)
  return rows
}

/** The cluster's pairs of a school year. */
export async function countMentorings(db: Db, { districtIds, clusterId, schoolYear }: LedgerScope): Promise<number> {
  const { n } = await db
    .selectFrom('teachingResearch.mentoring')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('districtId', 'in', districtIds)
    .where('clusterId', '=', clusterId)
    .where('schoolYear', '=', schoolYear)
    .executeTakeFirstOrThrow()
  return n
}

/** New pairs are added, those on file become what these say. */
export async function saveMentorings(db: Db, pairs: readonly (MentoringRow & Filed)[]): Promise<void> {
  await sql`
    insert into teaching_research.mentoring (district_id, id, school_year, mentor_id, mentor_school_id, mentee_id, school_id,
      subject, cluster_id, import_id, source_row)
    select "districtId", id, "schoolYear", "mentorId", "mentorSchoolId", "menteeId", "schoolId", subject, "clusterId",
      "importId", "sourceRow"
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as m ("districtId" int, id uuid, "schoolYear" smallint,
      "mentorId" uuid, "mentorSchoolId" int, "menteeId" uuid, "schoolId" int, subject text, "clusterId" int,
      "importId" uuid, "sourceRow" int)
    on conflict (district_id, school_year, mentor_id, mentee_id) do update set mentor_school_id = excluded.mentor_school_id,
      school_id = excluded.school_id, subject = excluded.subject, cluster_id = excluded.cluster_id,
      import_id = excluded.import_id, source_row = excluded.source_row`.execute(db)
}
