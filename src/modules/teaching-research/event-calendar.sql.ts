import { sql } from 'kysely'
import type { Spot } from '#shared/spot.ts'
import type { Db } from '#platform/database/database.ts'
import type { EventLine, Form } from './event-line.contract.ts'

/** Of unions or lectured at by a teacher; of a school, as host or invited; of a cluster. */
export type EventsOf =
  { unionIds: readonly string[]; lecturerId: string | null } | { schoolId: number } | { clusterId: number }

export interface CalendarEvent {
  id: string
  union: string
  form: Form
  theme: string
  host: string
  place: string
  spot: Spot
  fromAt: Date
  untilAt: Date
  status: EventLine['status']
  writtenAt: Date
}

/** Read as the owner: no name of anybody is among it. */
export async function listCalendarEvents(
  db: Db,
  districtIds: readonly number[],
  whose: EventsOf,
  since: Date,
): Promise<CalendarEvent[]> {
  const which =
    'unionIds' in whose
      ? sql`(e.union_id::text = any (${whose.unionIds}::text[]) or e.lecturer_id = ${whose.lecturerId}::uuid)`
      : 'schoolId' in whose
        ? sql`(e.school_id = ${whose.schoolId} or exists (select from teaching_research.event_school i
            where i.district_id = e.district_id and i.event_id = e.id and i.school_id = ${whose.schoolId}))`
        : sql`e.cluster_id = ${whose.clusterId}`
  const { rows } = await sql<CalendarEvent>`
    select e.id, u.name as "union", e.form, e.theme, s.name as host, e.place,
      jsonb_build_object('name', s.name, 'address', coalesce(s.address, ''), 'longitude', s.longitude,
        'latitude', s.latitude) as spot, e.from_at, e.until_at, e.status, e.written_at
    from teaching_research.event e
    join teaching_research.research_union u on u.district_id = e.district_id and u.id = e.union_id
    join organizations.unit s on s.id = e.school_id
    where e.district_id = any (${districtIds}::int[]) and e.from_at >= ${since} and ${which}
    order by e.from_at, e.id limit 2000`.execute(db)
  return rows
}
