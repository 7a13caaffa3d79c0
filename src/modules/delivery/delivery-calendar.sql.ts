import { sql } from 'kysely'
import type { Spot } from '#shared/spot.ts'
import type { Db } from '#platform/database/database.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import { venueAt } from '#modules/venues/index.ts'

/** Those that a teacher teaches; those that a school gives, takes or has in its rooms; those of a cluster. */
export type TimesOf = TeacherKey | { schoolId: number } | { clusterId: number }

/** One time of a shared course, as a calendar shows it. */
export interface CalendarTime {
  id: string
  course: string
  /** 春申小学，二楼音乐教室 */
  place: string
  spot: Spot
  fromAt: Date
  untilAt: Date
  /** It will not take place, or did not. */
  isOff: boolean
  changedAt: Date
}

const at = venueAt({ venue: 'v', campus: 'c', school: 'u' })

const isOf = (whose: TimesOf) => {
  if ('teacherId' in whose)
    return sql`exists (select from delivery.lecturer l where l.district_id = o.district_id and l.offering_id = o.id
      and l.district_id = ${whose.districtId} and l.teacher_id = ${whose.teacherId}::uuid)`
  if ('clusterId' in whose) return sql`o.cluster_id = ${whose.clusterId}`
  return sql`(o.school_id = ${whose.schoolId} or n.school_id = ${whose.schoolId}
    or (o.mode <> '教师走教' and exists (select from delivery.enrolment e where e.district_id = o.district_id
      and e.offering_id = o.id and e.school_id = ${whose.schoolId})))`
}

/** The times that end after an instant. Read as the owner: no person is among them. */
export async function listCalendarTimes(
  db: Db,
  districtIds: readonly number[],
  whose: TimesOf,
  since: Date,
): Promise<CalendarTime[]> {
  const { rows } = await sql<CalendarTime>`
    select n.id, o.course, concat_ws('，', u.name, v.name, nullif(n.room, '')) as place, n.from_at, n.until_at,
      jsonb_build_object('name', concat_ws('，', u.name, nullif(c.name, '')), 'address', coalesce(nullif(c.address, ''), u.address, ''),
        'longitude', ${at.longitude}, 'latitude', ${at.latitude}) as spot,
      n.state = '未上' as is_off, coalesce(n.said_at, o.published_at, o.written_at) as changed_at
    from delivery.session n
    join delivery.offering o on o.district_id = n.district_id and o.id = n.offering_id
    join organizations.unit u on u.id = n.school_id
    left join venues.venue v on v.district_id = n.district_id and v.id = n.venue_id
    left join organizations.unit c on c.id = v.campus_id
    where n.district_id = any (${districtIds}::int[]) and n.until_at > ${since} and ${isOf(whose)}
    order by n.from_at, n.id limit 2000`.execute(db)
  return rows
}
