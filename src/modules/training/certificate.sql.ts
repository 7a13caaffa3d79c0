import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Certificate } from './certificate.rules.ts'

/** Whoever has the certificate has the code: asked as the owner. Only what a course gave has one. */
const read = async (db: Db, districtIds: readonly number[], which: RawBuilder<unknown>) => {
  const { rows } = await sql<Certificate>`
    select c.code, coalesce(t.name, '') as name, s.name as school, c.title, u.name as organiser, c.tier, c.field,
      c.hundredths / 100.0::float8 as credits, c.earned_on, c.evidence
    from training.credit c
    join training.course k on k.district_id = c.district_id and k.id = c.course_id
    join organizations.unit u on u.id = k.unit_id
    join organizations.unit s on s.id = c.school_id
    left join lateral (select y.name from people.teacher_year y where y.district_id = c.district_id
      and y.teacher_id = c.teacher_id order by y.school_year desc limit 1) t on true
    where c.district_id = any (${districtIds}::int[]) and ${which}`.execute(db)
  return rows[0]
}

export const findCertificateByCode = (db: Db, districtIds: readonly number[], code: string) =>
  read(db, districtIds, sql`c.code = ${code}`)

export const findCertificate = (db: Db, { districtId, id }: { districtId: number; id: string }) =>
  read(db, [districtId], sql`c.id = ${id}::uuid`)
