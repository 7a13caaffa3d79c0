import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { FIRST_CLUSTER, FIRST_SCHOOL, type SeedCity } from '#platform/seed.ts'

/** Rotations of a made-up city: every fifth teacher who is eligible, to the next school of the same cluster. */
export const seedRotations = (db: Db, { clusters, schools, schoolYears }: SeedCity) =>
  sql`insert into mobility.rotation (district_id, id, school_year, teacher_id, school_id, from_school_id, to_school_id, form,
      start_on, end_on, status, cluster_id)
    select t.district_id, gen_random_uuid(), t.school_year, t.teacher_id, t.school_id, t.school_id,
      ${FIRST_SCHOOL}::int + (t.school_id - ${FIRST_SCHOOL}::int + ${clusters}::int) % ${schools}::int,
      (array['定期交流', '跨校兼课', '学区带教', '走教'])[1 + t.school_id % 4], make_date(t.school_year, 9, 1),
      make_date(t.school_year + 1, 6, 30), case when n % 40 = 0 then '已撤销' else '已生效' end,
      ${FIRST_CLUSTER}::int + (t.school_id - ${FIRST_SCHOOL}::int) % ${clusters}::int
    from (
      select *, row_number() over (partition by district_id, school_year order by teacher_id) as n
      from people.teacher_year
      where eligible and school_year = any (${schoolYears}::int[])
        and school_id >= ${FIRST_SCHOOL}::int and school_id < ${FIRST_SCHOOL}::int + ${schools}::int) t
    where n % 5 = 0`.execute(db)
