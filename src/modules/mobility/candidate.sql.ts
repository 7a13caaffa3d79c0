import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { isSought } from '#platform/search.ts'
import type { Registered } from './rotation-write.sql.ts'

/** Teachers of these schools by name, pinyin or staff number, as the latest register until a school year has them. */
export async function listCandidates(
  db: Db,
  districtId: number,
  schoolIds: readonly number[],
  { q, schoolYear }: { q: string; schoolYear: number },
): Promise<Registered[]> {
  const { rows } = await sql<Registered>`
    select t.district_id, t.teacher_id, t.name, t.staff_no, t.school_id, t.subject, t.title, t.backbone, t.eligible
    from people.teacher_year t
    where t.district_id = ${districtId} and t.school_id = any (${schoolIds}::int[])
      and t.school_year = (select max(l.school_year) from people.teacher_year l
        where l.district_id = ${districtId} and l.teacher_id = t.teacher_id and l.school_year <= ${schoolYear})
      and ${isSought(q, { texts: ['t.name', 't.staff_no'], pinyin: 't.pinyin', initials: 't.initials' })}
    order by t.pinyin collate "C", t.teacher_id limit 20`.execute(db)
  return rows
}
