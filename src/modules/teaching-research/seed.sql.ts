import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { FIRST_CLUSTER, FIRST_SCHOOL, type SeedCity } from '#platform/seed.ts'

/** Studios, activities and mentoring of a made-up city. */
export async function seedTeachingResearch(db: Db, city: SeedCity): Promise<void> {
  await insertSeedStudios(db, city)
  await insertSeedActivities(db, city)
  await insertSeedMentoring(db, city)
}

const insertSeedStudios = (db: Db, { clusters, schools, schoolYears }: SeedCity) =>
  sql`insert into teaching_research.studio (district_id, id, cluster_id, school_year, kind, name, school_id)
    select u.district_id, gen_random_uuid(), ${FIRST_CLUSTER}::int + (u.id - ${FIRST_SCHOOL}::int) % ${clusters}::int, y,
      (array['区名师工作室', '市名校长名师培养', '学区工作室'])[1 + u.id % 3], u.name || '工作室', u.id
    from organizations.unit u cross join unnest(${schoolYears}::int[]) y
    where u.id >= ${FIRST_SCHOOL}::int and u.id < ${FIRST_SCHOOL}::int + ${schools}::int`.execute(db)

const insertSeedActivities = (db: Db, { clusters, schools, schoolYears }: SeedCity) =>
  sql`insert into teaching_research.activity (district_id, id, cluster_id, school_year, row_key, held_on, union_name, theme, form, school_id)
    select u.district_id, gen_random_uuid(), ${FIRST_CLUSTER}::int + (u.id - ${FIRST_SCHOOL}::int) % ${clusters}::int, y,
      u.id || '-' || n, make_date(y, 9, 1) + (n * 31 + u.id) % 300,
      (array['语文', '数学', '英语', '音乐', '体育', '科学', '美术', '心理'])[1 + (u.id / 250 + n) % 8] || '联合体', '专题研讨' || n,
      case when n % 2 = 0 then '合作教研' else '公开教学' end, u.id
    from organizations.unit u cross join unnest(${schoolYears}::int[]) y cross join generate_series(1, 8) n
    where u.id >= ${FIRST_SCHOOL}::int and u.id < ${FIRST_SCHOOL}::int + ${schools}::int`.execute(db)

/** Every twentieth teacher is mentored by one of the next school of the cluster. */
const insertSeedMentoring = (db: Db, { clusters, schools, teachers, schoolYears }: SeedCity) =>
  sql`insert into teaching_research.mentoring (district_id, id, school_year, mentor_id, mentor_school_id, mentee_id, school_id, subject, cluster_id)
    select u.district_id, gen_random_uuid(), y,
      ('00000000-0000-7000-8000-' || lpad(to_hex((t + ${clusters}::int) % ${teachers}::int), 12, '0'))::uuid,
      ${FIRST_SCHOOL}::int + (t + ${clusters}::int) % ${schools}::int,
      ('00000000-0000-7000-8000-' || lpad(to_hex(t), 12, '0'))::uuid, u.id, '语文',
      ${FIRST_CLUSTER}::int + t % ${clusters}::int
    from generate_series(0, ${teachers}::int - ${clusters}::int - 1, 20) t
    join organizations.unit u on u.id = ${FIRST_SCHOOL}::int + t % ${schools}::int
    cross join unnest(${schoolYears}::int[]) y`.execute(db)
