import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { isSought } from '#platform/search.ts'

export interface FoundPerson {
  districtId: number
  personId: string
  name: string
  subject: string | null
  title: string | null
}

/** Who stands in the latest register of a school, by pinyin: all who are sought, or one. */
export async function listPersons(
  db: Db,
  school: { id: number; districtId: number },
  { q = '', personId = null }: { q?: string; personId?: string | null },
): Promise<FoundPerson[]> {
  const { rows } = await sql<FoundPerson>`
    select t.district_id, t.teacher_id as person_id, t.name, t.subject, t.title from people.teacher_year t
    where t.district_id = ${school.districtId} and t.school_id = ${school.id}
      and t.school_year = (select max(l.school_year) from people.teacher_year l
        where l.district_id = ${school.districtId} and l.school_id = ${school.id})
      and (${personId}::uuid is null or t.teacher_id = ${personId}::uuid)
      and ${q ? isSought(q, { texts: ['t.name', 't.staff_no'], pinyin: 't.pinyin', initials: 't.initials' }) : sql`true`}
    order by t.pinyin collate "C", t.teacher_id limit 20`.execute(db)
  return rows
}
