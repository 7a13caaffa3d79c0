import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'

/** A task of a studio that is not done yet. */
export interface CalendarTask {
  id: string
  what: string
  dueOn: string
  studio: string
  changedAt: Date
}

/** Of the studios in which a teacher learns or which they host, of those at a school, or of a cluster. */
export type TasksOf = TeacherKey | { schoolId: number } | { clusterId: number }

/** What a host has to do within those days waits among the host's todos, which stand in the calendar too. */
const isOf = (whose: TasksOf, hostsFrom: string) => {
  if ('teacherId' in whose)
    return sql`((s.host_district_id = ${whose.districtId} and s.host_id = ${whose.teacherId}::uuid and k.due_on > ${hostsFrom}::date)
      or exists (select from studios.member m where m.district_id = s.district_id and m.studio_id = s.id
        and m.teacher_district_id = ${whose.districtId} and m.teacher_id = ${whose.teacherId}::uuid and m.until_day is null))`
  return 'clusterId' in whose ? sql`s.cluster_id = ${whose.clusterId}` : sql`s.school_id = ${whose.schoolId}`
}

/** What is due from a day on. Read as the owner. */
export async function listCalendarTasks(
  db: Db,
  districtIds: readonly number[],
  whose: TasksOf,
  { since, hostsFrom }: { since: Date; hostsFrom: string },
): Promise<CalendarTask[]> {
  const { rows } = await sql<CalendarTask>`
    select k.id, k.what, k.due_on, s.name as studio, s.changed_at
    from studios.task k
    join studios.studio s on s.district_id = k.district_id and s.id = k.studio_id
    where k.district_id = any (${districtIds}::int[]) and k.done_on is null and s.ended_on is null
      and k.due_on >= ${since}::timestamptz::date and ${isOf(whose, hostsFrom)}
    order by k.due_on, k.id limit 2000`.execute(db)
  return rows
}
