import { sql } from 'kysely'
import { dayInWords } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { MovedFact, TeacherFacts } from '#platform/teacher-facts.ts'
import { numberInWords, stateOf } from './certificate.rules.ts'
import { listCertificates } from './certificate.sql.ts'

/** A teacher's certificates: they follow the teacher when two entries are one person. What the papers say stays. */
export const certificatesOfTeachers: TeacherFacts = {
  name: 'mobility.certificates',
  title: '交流轮岗服务证明',
  list: async ({ db }, { districtId, teacherId }) =>
    (await listCertificates(db, districtId, teacherId)).map((row) => ({
      schoolYear: schoolYearOf(row.issuedOn),
      day: row.issuedOn,
      words: `${numberInWords(row)}，用于${row.purpose}，${dayInWords(row.issuedOn)}开具，${stateOf(row).state}`,
    })),
  move: async (db, from, to) => {
    const { rows } = await sql<MovedFact>`
      update mobility.certificate set teacher_id = ${to.teacherId}
      where district_id = ${from.districtId} and teacher_id = ${from.teacherId}
      returning id, school_id, number_year as school_year`.execute(db)
    return rows
  },
  moveBack: async (db, ids, from, to) => {
    await sql`update mobility.certificate set teacher_id = ${to.teacherId}
      where district_id = ${from.districtId} and teacher_id = ${from.teacherId} and id = any (${ids}::uuid[])`.execute(
      db,
    )
  },
}
