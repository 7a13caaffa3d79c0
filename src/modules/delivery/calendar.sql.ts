import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

/** One time of a shared course, as a calendar shows it. */
export interface CalendarEntry {
  sessionId: string
  offeringId: string
  /** 《剪纸》 */
  title: string
  /** 春申小学，二楼音乐教室 */
  place: string
  fromAt: Date
  untilAt: Date
  /** It will not take place, or did not. */
  isOff: boolean
}

interface Asked {
  districtIds: readonly number[]
  from: Date
  until: Date
  /** The times of a teacher, or those that a school gives, receives or has in its rooms. */
  teacherId?: string | undefined
  schoolId?: number | undefined
}

/** The times of a person or a school between two instants. Read as the owner. */
export async function listEntries(db: Db, asked: Asked): Promise<CalendarEntry[]> {
  const { districtIds, from, until, teacherId = null, schoolId = null } = asked
  const { rows } = await sql<CalendarEntry>`
    select n.id as session_id, o.id as offering_id, '《' || o.course || '》' as title,
      concat_ws('，', u.name, v.name, nullif(n.room, '')) as place, n.from_at, n.until_at, n.state = '未上' as is_off
    from delivery.session n
    join delivery.offering o on o.district_id = n.district_id and o.id = n.offering_id
    join organizations.unit u on u.id = n.school_id
    left join venues.venue v on v.district_id = n.district_id and v.id = n.venue_id
    where n.district_id = any (${districtIds}::int[]) and n.from_at < ${until} and n.until_at > ${from}
      and (${teacherId}::uuid is null or exists (select from delivery.lecturer l where l.district_id = o.district_id
        and l.offering_id = o.id and l.teacher_id = ${teacherId}::uuid))
      and (${schoolId}::int is null or o.school_id = ${schoolId} or n.school_id = ${schoolId}
        or (o.mode <> '教师走教' and exists (select from delivery.enrolment e where e.district_id = o.district_id
          and e.offering_id = o.id and e.school_id = ${schoolId})))
    order by n.from_at, n.id limit 2000`.execute(db)
  return rows
}
