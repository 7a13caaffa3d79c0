import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { FIRST_CLUSTER, FIRST_SCHOOL, type SeedCity } from '#platform/seed.ts'

/** Uses of venues of a made-up city: forty a school and year, every eighth by the school itself. */
export const seedVenueUses = (db: Db, { clusters, schools, schoolYears }: SeedCity) =>
  sql`insert into venues.venue_use (district_id, id, cluster_id, school_year, row_key, used_on, venue_name, venue_kind, school_id, user_school_id, head_count)
    select u.district_id, gen_random_uuid(), ${FIRST_CLUSTER}::int + (u.id - ${FIRST_SCHOOL}::int) % ${clusters}::int, y,
      u.id || '-' || n, make_date(y, 9, 1) + (n * 7 + u.id) % 300, u.short_name || '体育馆',
      (array['体育场馆', '体育场馆', '图书馆', '创新实验室', '其他'])[1 + n % 5], u.id,
      case when n % 8 = 0 then u.id
        else ${FIRST_SCHOOL}::int + (u.id - ${FIRST_SCHOOL}::int + ${clusters}::int * (1 + n % 3)) % ${schools}::int end,
      20 + (u.id + n) % 150
    from organizations.unit u cross join unnest(${schoolYears}::int[]) y cross join generate_series(1, 40) n
    where u.id >= ${FIRST_SCHOOL}::int and u.id < ${FIRST_SCHOOL}::int + ${schools}::int`.execute(db)
