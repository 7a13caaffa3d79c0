import { sql } from 'kysely'
import { lastDay } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'

interface SampleCluster {
  districtId: number
  clusterId: number
  schoolYear: number
}

/** The clusters marked 示例, each with the latest year of its register. */
async function listSamples(db: Db): Promise<SampleCluster[]> {
  const { rows } = await sql<SampleCluster>`
    select c.district_id, c.id as cluster_id, max(t.school_year) as school_year
    from organizations.unit c
    join organizations.membership m on m.cluster_id = c.id
    join people.teacher_year t on t.district_id = c.district_id and t.school_id = m.school_id
    where c.kind in ('cluster', 'group') and c.sample group by 1, 2`.execute(db)
  return rows
}

/** The register of a sample cluster in its latest year, each teacher with a running number among those of the same level. */
const register = ({ districtId, clusterId, schoolYear }: SampleCluster) => sql`
  select t.*, row_number() over (partition by t.backbone order by t.teacher_id) as at_level,
    row_number() over (partition by t.title order by t.teacher_id) as at_title
  from people.teacher_year t
  where t.district_id = ${districtId} and t.school_year = ${schoolYear} and t.school_id in (
    select school_id from organizations.membership where cluster_id = ${clusterId} and until_day is null)`

async function insertPool(db: Db, of: SampleCluster, untilDay: string): Promise<void> {
  const { clusterId, schoolYear } = of
  await sql`
    insert into posts.pool_member (district_id, id, cluster_id, school_id, teacher_id, school_year, stage, subject, level,
      status, proposed_on, proposed_by, decided_on, decided_by, since_day, until_day)
    select r.district_id, gen_random_uuid(), ${clusterId}::int, r.school_id, r.teacher_id, r.school_year, r.stage, r.subject,
      r.backbone, '在池', make_date(${schoolYear}::int, 9, 6), '示例学校', make_date(${schoolYear}::int, 9, 20),
      '学区办公室', make_date(${schoolYear}::int, 9, 1), ${untilDay}::date
    from (${register(of)}) r
    where (r.backbone = '市骨干' and r.at_level <= 6) or (r.backbone = '区骨干' and r.at_level <= 18)
    on conflict do nothing`.execute(db)
  await sql`
    insert into posts.pool_task (district_id, id, member_id, school_id, kind, what, from_day, noted_at, noted_by)
    select m.district_id, gen_random_uuid(), m.id, m.school_id, case when n % 3 = 0 then '领衔' else '带教' end,
      case when n % 3 = 0 then '领衔学科教研联合体' else '跨校带教两名青年教师' end, m.since_day, now(), '示例学校'
    from (select *, row_number() over (order by teacher_id) as n from posts.pool_member
      where cluster_id = ${clusterId}) m where n <= 12`.execute(db)
}

/** Primary and junior schools state their posts: here and there one more or fewer than teach. */
async function insertCounts(db: Db, of: SampleCluster): Promise<void> {
  await sql`
    insert into posts.post_count (district_id, id, school_id, school_year, stage, subject, established, stated_at, stated_by)
    select district_id, gen_random_uuid(), school_id, school_year, stage, subject,
      greatest(0, count(*)::int + case (school_id + ascii(subject)) % 7 when 0 then 1 when 3 then -1 else 0 end),
      now(), '示例学校'
    from (${register(of)}) r where stage in ('小学', '初中') and subject is not null
    group by district_id, school_id, school_year, stage, subject`.execute(db)
}

async function insertQuota(db: Db, of: SampleCluster): Promise<void> {
  const { districtId, clusterId, schoolYear } = of
  const { rows } = await sql<{ id: string }>`
    insert into posts.quota (district_id, id, cluster_id, school_year, title, granted, allotted)
    values (${districtId}, gen_random_uuid(), ${clusterId}, ${schoolYear}, '高级教师', 3, 2) returning id`.execute(db)
  const quotaId = rows[0]!.id
  await sql`
    insert into posts.quota_grant (district_id, id, quota_id, n, number, given_on, recorded_at, recorded_by)
    values (${districtId}, gen_random_uuid(), ${quotaId}, 3, '示例文号〔' || ${schoolYear}::text || '〕1号',
      make_date(${schoolYear}::int, 10, 8), now(), '示例学区办')`.execute(db)
  await sql`
    insert into posts.application (district_id, id, quota_id, cluster_id, school_year, title, school_id, teacher_id, reasons,
      service_years, status, result, applied_at, applied_by)
    select r.district_id, gen_random_uuid(), ${quotaId}, ${clusterId}::int, r.school_year, '高级教师', r.school_id,
      r.teacher_id, '承担跨校带教任务，教学成绩突出', 1, case when r.at_title <= 2 then '已给名额' else '未给名额' end,
      case when r.at_title = 1 then '已通过' end, now(), '示例学校'
    from (${register(of)}) r where r.title = '一级教师' and r.at_title <= 3`.execute(db)
  await sql`
    insert into posts.application_step (district_id, id, application_id, school_id, what, words, decided_on, decided_by, at, by_name)
    select district_id, gen_random_uuid(), id, school_id, case status when '已给名额' then '给名额' else '不给名额' end,
      '到会 9 人，同意 8 票', make_date(${schoolYear}::int, 10, 20), '学区管理委员会', now(), '示例学区办'
    from posts.application where quota_id = ${quotaId}`.execute(db)
}

/** What a first start shows on the pages of 骨干与岗位: all of it decided, so that nothing waits for anybody. */
export async function insertSample(ctx: Context): Promise<void> {
  await ctx.asOwner(async (db) => {
    for (const of of await listSamples(db)) {
      await insertPool(db, of, lastDay(Number(ctx.today.slice(0, 4)) + 1))
      await insertCounts(db, of)
      await insertQuota(db, of)
    }
  })
}
