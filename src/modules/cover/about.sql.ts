import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'

export async function listStoredAbsences(
  db: Db,
  { districtId, teacherId }: TeacherKey,
): Promise<{ fromDay: string; untilDay: string; reason: string; reportedBy: string; withdrawn: boolean }[]> {
  const { rows } = await sql<{
    fromDay: string
    untilDay: string
    reason: string
    reportedBy: string
    withdrawn: boolean
  }>`
    select a.from_day, a.until_day, r.reason, a.reported_by, a.withdrawn_at is not null as withdrawn from cover.absence a
    join cover.absence_reason r on r.district_id = a.district_id and r.absence_id = a.id
    where a.district_id = ${districtId} and a.teacher_id = ${teacherId} order by a.from_day desc, a.id`.execute(db)
  return rows
}

export async function listStoredAsks(
  db: Db,
  { districtId, teacherId }: TeacherKey,
): Promise<{ day: string; period: number; schoolName: string; answer: string | null }[]> {
  const { rows } = await sql<{ day: string; period: number; schoolName: string; answer: string | null }>`
    select g.day, g.period, u.name as school_name, a.answer from cover.ask a
    join cover.gap g on g.district_id = a.district_id and g.id = a.gap_id
    join organizations.unit u on u.id = g.school_id
    where a.district_id = ${districtId} and a.teacher_id = ${teacherId} and a.asked_at is not null
    order by g.day desc, g.period, a.id`.execute(db)
  return rows
}
