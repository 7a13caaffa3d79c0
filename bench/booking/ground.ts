import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'

export const DISTRICT = 310112
export const CLUSTER = 20_000_000
export const FIRST_SCHOOL = 30_000_000
export const SCHOOLS = 36
export const VENUE = venueId(0)

/** The nth venue. */
export function venueId(n: number): string {
  return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
}

/** A cluster of schools that share venues, open on every day from 08:00 to 20:00; one of them has no lessons. */
export async function layGround(database: Database, venues: number): Promise<void> {
  await database.transact('owner', async (db) => {
    await sql`insert into organizations.unit (id, kind, parent_id, district_id, name, short_name, pinyin, initials) values
      (310000, 'city', null, 310000, '上海市', '上海', 'shang hai', 'sh'),
      (${DISTRICT}::int, 'district', 310000, ${DISTRICT}::int, '闵行区', '闵行', 'min hang', 'mh'),
      (${CLUSTER}::int, 'cluster', ${DISTRICT}::int, ${DISTRICT}::int, '测试学区', '测试', 'ce shi', 'cs')
      on conflict do nothing`.execute(db)
    await sql`insert into organizations.unit (id, kind, parent_id, district_id, name, short_name, pinyin, initials, longitude, latitude)
      select ${FIRST_SCHOOL}::int + n, 'school', ${DISTRICT}::int, ${DISTRICT}::int, '学校' || n, '学校' || n, 'xue xiao', 'xx',
        121.3 + (n % 6) * 0.02, 31.0 + n / 6 * 0.02
      from generate_series(0, ${SCHOOLS}::int - 1) n`.execute(db)
    await sql`insert into organizations.membership (cluster_id, school_id, role, from_day)
      select ${CLUSTER}::int, ${FIRST_SCHOOL}::int + n, '成员校', '2020-09-01' from generate_series(0, ${SCHOOLS}::int - 1) n`.execute(
      db,
    )
    await sql`insert into venues.venue (district_id, id, school_id, name, pinyin, kind, capacity, changed_at)
      select ${DISTRICT}::int, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ${FIRST_SCHOOL}::int + n % ${SCHOOLS}::int,
        '场馆' || n, 'chang guan', (array['体育场馆', '图书馆', '创新实验室', '理科实验室', '其他'])[1 + n % 5], 20 + n % 200, now()
      from generate_series(0, ${venues}::int - 1) n`.execute(db)
    await sql`insert into venues.opening (district_id, id, venue_id, day_kind, weekdays, from_time, until_time)
      select v.district_id, gen_random_uuid(), v.id, k, '{1,2,3,4,5,6,7}',
        '08:00', '20:00'
      from venues.venue v cross join unnest(array['上学日', '双休日', '节假日', '寒暑假']) k`.execute(db)
    await sql`insert into venues.lesson (district_id, id, venue_id, weekday, from_time, until_time, from_day, until_day, week_one)
      select v.district_id, gen_random_uuid(), v.id, w, '10:40', '11:20', '2026-09-01', '2027-06-30', '2026-08-31'
      from venues.venue v cross join generate_series(1, 5) w where v.id <> ${VENUE}`.execute(db)
  })
  await database.maintain('analyze')
}
