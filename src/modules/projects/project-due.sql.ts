import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'

/** Whose open steps: of projects that a teacher heads, or works on beside the head; of a school's heads; of a cluster. */
export type StepsOf = { head: TeacherKey } | { member: TeacherKey } | { schoolId: number } | { clusterId: number }

export interface OpenStep {
  id: string
  projectId: string
  project: string
  schoolId: number
  school: string
  title: string
  dueOn: string
  setAt: Date
}

const which = (whose: StepsOf) => {
  if ('head' in whose)
    return sql`p.head_district_id = ${whose.head.districtId} and p.head_id = ${whose.head.teacherId}::uuid`
  if ('schoolId' in whose) return sql`p.school_id = ${whose.schoolId}`
  if ('clusterId' in whose) return sql`p.cluster_id = ${whose.clusterId}`
  return sql`exists (select from projects.member m where m.district_id = p.district_id and m.project_id = p.id
    and m.teacher_district_id = ${whose.member.districtId} and m.teacher_id = ${whose.member.teacherId}::uuid
    and m.until_day is null)`
}

/** The steps, between two days, that projects in work have not reached. Read as the owner: no name of anybody is among it. */
export async function listOpenSteps(
  db: Db,
  districtIds: readonly number[],
  whose: StepsOf,
  { since, until }: { since: string; until: string },
): Promise<OpenStep[]> {
  const { rows } = await sql<OpenStep>`
    select k.id, k.project_id, p.title as project, p.school_id, n.name as school, k.title, k.due_on, k.set_at
    from projects.milestone k
    join projects.project p on p.district_id = k.district_id and p.id = k.project_id and p.closed_on is null
    join organizations.unit n on n.id = p.school_id
    where k.district_id = any (${districtIds}::int[]) and k.done_on is null
      and k.due_on between ${since}::date and ${until}::date and ${which(whose)}
    order by k.due_on, k.id limit 1000`.execute(db)
  return rows
}
