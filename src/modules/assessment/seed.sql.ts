import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { FIRST_SCHOOL, type SeedCity } from '#platform/seed.ts'

/** Appraisals of a made-up city: every second school each year. */
export const seedAppraisals = (db: Db, { schools, schoolYears }: SeedCity) =>
  sql`insert into assessment.appraisal (district_id, school_id, school_year, grade)
    select u.district_id, u.id, y, (array['优秀', '良好', '优秀', '合格'])[1 + (u.id / 2 + y) % 4]
    from organizations.unit u cross join unnest(${schoolYears}::int[]) y
    where u.id >= ${FIRST_SCHOOL}::int and u.id < ${FIRST_SCHOOL}::int + ${schools}::int and u.id % 2 = 0`.execute(db)
