import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { FIRST_CLUSTER, FIRST_SCHOOL, type SeedCity } from '#platform/seed.ts'

/** Clusters, schools, memberships and profiles of a made-up city. */
export async function seedOrganizations(db: Db, city: SeedCity): Promise<void> {
  await insertSeedClusters(db, city)
  await insertSeedSchools(db, city)
  await insertSeedMemberships(db, city)
  await insertSeedProfiles(db, city)
}

const insertSeedClusters = (db: Db, { districts, clusters }: SeedCity) =>
  sql`insert into organizations.unit (id, kind, parent_id, district_id, name, short_name, pinyin, initials, stage_scope, sample)
    select ${FIRST_CLUSTER}::int + c, 'cluster', d.id, d.id, '示例第' || c + 1 || '学区', '示例' || c + 1,
      'shilidi' || lpad((c + 1)::text, 4, '0') || 'xuequ', 'sld' || c + 1 || 'xq', 'cross-stage', true
    from generate_series(0, ${clusters}::int - 1) c
    cross join lateral (select (${districts}::int[])[1 + c % ${districts.length}::int] as id) d`.execute(db)

const insertSeedSchools = (db: Db, { districts, clusters, schools }: SeedCity) =>
  sql`insert into organizations.unit
      (id, kind, parent_id, district_id, code, name, short_name, pinyin, initials, longitude, latitude, sample)
    select ${FIRST_SCHOOL}::int + s, 'school', d.id, d.id, '99' || lpad(s::text, 8, '0'), '示例第' || s + 1 || '学校',
      '第' || s + 1 || '学校', 'shilidi' || lpad((s + 1)::text, 5, '0') || 'xuexiao', 'sld' || s + 1 || 'xx',
      121.0 + (s % 700) / 1000.0, 30.8 + (s % 500) / 1000.0, true
    from generate_series(0, ${schools}::int - 1) s
    cross join lateral (
      select (${districts}::int[])[1 + (s % ${clusters}::int) % ${districts.length}::int] as id) d`.execute(db)

const insertSeedMemberships = (db: Db, { clusters, schools, schoolYears }: SeedCity) =>
  sql`insert into organizations.membership (cluster_id, school_id, role, from_day)
    select ${FIRST_CLUSTER}::int + s % ${clusters}::int, ${FIRST_SCHOOL}::int + s,
      case when s < ${clusters}::int then '牵头校' else '成员校' end, make_date(${Math.min(...schoolYears)}::int, 9, 1)
    from generate_series(0, ${schools}::int - 1) s`.execute(db)

const insertSeedProfiles = (db: Db, { schools, schoolYears }: SeedCity) =>
  sql`insert into organizations.school_profile
      (district_id, school_id, school_year, name, short_name, kind, ownership, campuses, pupils)
    select u.district_id, u.id, y, u.name, u.short_name, (array['幼儿园', '小学', '初级中学', '九年一贯制学校', '高级中学'])[1 + (u.id / 7) % 5],
      case when u.id % 4 = 0 then '民办' else '公办' end, 1 + u.id % 2, 300 + (u.id * 37 + y) % 900
    from organizations.unit u cross join unnest(${schoolYears}::int[]) y
    where u.id >= ${FIRST_SCHOOL}::int and u.id < ${FIRST_SCHOOL}::int + ${schools}::int`.execute(db)
