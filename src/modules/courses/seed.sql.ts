import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { FIRST_CLUSTER, FIRST_SCHOOL, type SeedCity } from '#platform/seed.ts'

/** Courses of a made-up city: two a school and year. */
export const seedCourses = (db: Db, { clusters, schools, schoolYears }: SeedCity) =>
  sql`insert into courses.course (district_id, id, cluster_id, school_year, code, name, stage, school_id, co_built, featured, exported, benefiting_students)
    select u.district_id, gen_random_uuid(), ${FIRST_CLUSTER}::int + (u.id - ${FIRST_SCHOOL}::int) % ${clusters}::int, y,
      y || '-' || u.id || '-' || n, u.short_name || '课程' || n, '小学', u.id, (u.id + n) % 3 = 0, (u.id + n) % 2 = 0,
      (u.id + n) % 3 <> 1, (u.id * 13 + n) % 500
    from organizations.unit u cross join unnest(${schoolYears}::int[]) y cross join generate_series(1, 2) n
    where u.id >= ${FIRST_SCHOOL}::int and u.id < ${FIRST_SCHOOL}::int + ${schools}::int`.execute(db)
