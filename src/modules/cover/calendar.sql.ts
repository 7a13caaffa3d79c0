import { sql } from 'kysely'
import type { Spot } from '#shared/spot.ts'
import type { Db } from '#platform/database/database.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import type { Weeks } from '#shared/week.ts'

export interface TakenGap {
  id: string
  day: string
  fromTime: string
  untilTime: string
  subject: string
  className: string
  school: string
  spot: Spot
  takenAt: Date
}

/** Read as the owner, for the teacher who took them. */
export async function listTakenGaps(db: Db, { districtId, teacherId }: TeacherKey, since: Date): Promise<TakenGap[]> {
  const { rows } = await sql<TakenGap>`
    select p.id, p.day, p.from_time, p.until_time, p.subject, p.class_name, u.name as school,
      jsonb_build_object('name', u.name, 'address', coalesce(u.address, ''), 'longitude', u.longitude,
        'latitude', u.latitude) as spot,
      coalesce(p.taken_at, p.day::timestamptz) as taken_at
    from cover.gap p
    join organizations.unit u on u.id = p.school_id
    where p.district_id = ${districtId} and p.taken_teacher_id = ${teacherId}::uuid and p.state = 'taken'
      and p.day >= ${since}::timestamptz::date
    order by p.day, p.period, p.id limit 2000`.execute(db)
  return rows
}

/** A standing lesson at another school, with the days from and to which it is given. */
export interface PostedLesson {
  districtId: number
  id: string
  form: string
  toSchoolId: number
  /** 春申中学，东校区 */
  place: string
  spot: Spot
  className: string
  subject: string
  weekday: number
  period: number
  weeks: Weeks
  weekOne: string
  fromDay: string
  untilDay: string
  madeAt: Date
}

/** Those of a teacher, or those that a school gives and takes; read as the owner: no person is among it. */
export async function listPostedLessons(
  db: Db,
  districtIds: readonly number[],
  whose: TeacherKey | { schoolId: number },
  since: Date,
): Promise<PostedLesson[]> {
  const which =
    'teacherId' in whose
      ? sql`p.district_id = ${whose.districtId} and p.teacher_id = ${whose.teacherId}::uuid`
      : sql`(p.school_id = ${whose.schoolId} or p.to_school_id = ${whose.schoolId})`
  const { rows } = await sql<PostedLesson>`
    select p.district_id, l.id, p.form, p.to_school_id, concat_ws('，', u.name, c.name) as place,
      jsonb_build_object('name', concat_ws('，', u.name, nullif(c.name, '')), 'address', coalesce(nullif(c.address, ''), u.address, ''),
        'longitude', coalesce(c.longitude, u.longitude), 'latitude', coalesce(c.latitude, u.latitude)) as spot,
      l.class_name, l.subject, l.weekday, l.period,
      l.weeks, p.week_one, p.from_day, p.until_day, p.made_at
    from cover.post p
    join cover.post_lesson l on l.district_id = p.district_id and l.post_id = p.id
    join organizations.unit u on u.id = p.to_school_id
    left join organizations.unit c on c.id = l.campus_id
    where p.district_id = any (${districtIds}::int[]) and p.until_day >= ${since}::timestamptz::date and ${which}
    order by l.weekday, l.period, l.id limit 500`.execute(db)
  return rows
}
