import pg from 'pg'
import { sql } from 'kysely'
import { projectRoot, readConfig } from '#platform/config.ts'
import { databaseOver, type Database } from '#platform/database/database.ts'
import { databaseOnEngine } from '#platform/database/embedded.ts'
import { Engine } from '#platform/database/engine.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { readPolicies } from '#platform/policies/read.ts'
import { differences, recountAll } from '#modules/training/counter.actions.ts'
import { startPostgres } from '../scripts/postgres.ts'
import { systemOf, type Parts } from '../src/main/contexts.ts'
import { modules } from '../src/main/modules.ts'
import { claim, machine, quantile, timed, type BenchResult, type Claim } from './claims.ts'

const TEACHERS = 250_000
const EACH = 12
/** The embedded engine is for a cluster or a district, not for a city. */
const OF_A_DISTRICT = 16_000
const RUNS = 3
const DISTRICTS = [1, 4, 5, 6, 7, 9, 10, 12, 13, 14, 15, 16, 17, 18, 20, 51].map((code) => 310_100 + code)
const migrations = readMigrations(
  projectRoot(),
  modules.map(({ name }) => name),
)

/**
 * The credits of a whole city's teachers (250,000, twelve credits each) recounted as the product does it after a new plan,
 * with the counters written, against the one plain SQL statement that says the same of each teacher and writes nothing; and
 * those of a district on the embedded engine.
 */
export async function bench(): Promise<BenchResult> {
  const server = await startPostgres({ shared_buffers: '1GB', work_mem: '256MB', max_wal_size: '4GB' })
  if (!server) throw new Error('this bench needs a PostgreSQL')
  const pool = new pg.Pool({ connectionString: server.url, max: 2, options: '-c TimeZone=UTC' })
  const postgres = databaseOver(pool, 'PostgreSQL', async () => {})
  const claims = await measure(postgres, 'PostgreSQL', TEACHERS)
  await postgres.close()
  await server.stop()
  const embedded = databaseOnEngine(await Engine.start({}))
  claims.push(...(await measure(embedded, '嵌入式', OF_A_DISTRICT)))
  await embedded.close()
  return { name: 'credits', engine: 'PostgreSQL and PGlite', machine: machine(), claims }
}

async function measure(database: Database, on: string, teachers: number): Promise<Claim[]> {
  await migrate(database, migrations)
  await fill(database, teachers)
  const parts: Parts = { database, config: readConfig({}), policies: readPolicies(projectRoot()) }
  const system = systemOf(parts)
  const recount = await timed(RUNS, () => system.inContext((ctx) => recountAll(ctx, DISTRICTS)))
  const bare = await timed(RUNS, () => plainStatement(database))
  const wrong = await system.inContext((ctx) => differences(ctx, DISTRICTS))
  const counted = await countersAndCredits(database)
  const [ours, plain] = [quantile(recount, 0.5), quantile(bare, 0.5)]
  return [
    claim(`${on}: teachers counted`, counted.teachers, '', '≥', teachers),
    claim(`${on}: counters that are not the plain sum of the credits`, wrong, '', '<', 1),
    claim(`${on}: credits that are in no counter`, counted.credits - counted.inCounters, '', '<', 1),
    claim(`${on}: recount, its counters written / one plain SQL statement`, ours / plain, 'ratio', '<', 2),
    claim(`${on}: recount, median`, ours / 1000, 's', '<', 60),
    claim(`${on}: the plain statement, median`, plain / 1000, 's'),
  ]
}

/** Twelve credits for each teacher of the city over the five years of the plan, spread over its cells. */
async function fill(database: Database, teachers: number): Promise<void> {
  await database.transact('owner', (db) =>
    sql`insert into training.credit (district_id, id, school_id, teacher_id, tier, field, hundredths, earned_on, title, noted_at, noted_by)
      select (${DISTRICTS}::int[])[1 + t % 16], md5('c' || t || ' ' || n)::uuid, 1000 + t % 3000, md5('t' || t)::uuid,
        (array['市级', '区级', '校本', '自主'])[1 + n % 4],
        (array['师德素养', '知识技能', '实践体验', '自主'])[1 + (n / 4 + t) % 4], 10 + (t * 7 + n * 31) % 300,
        date '2021-01-01' + (t * 13 + n * 137) % 1800, '课程', now(), '某人'
      from generate_series(1, ${teachers}::int) t, generate_series(1, ${EACH}::int) n`.execute(db),
  )
  await database.transact('owner', (db) => sql`analyze training.credit`.execute(db))
}

/** Of each teacher what was earned, what of it counts, and the cells: as one would ask it by hand. */
const plainStatement = (database: Database) =>
  database.transact('owner', (db) =>
    sql`select count(*), sum(total), sum(counted), count(cells) from (
      select e.district_id, e.teacher_id, sum(e.earned) as total, sum(least(e.earned, coalesce(p.hundredths, 0))) as counted,
        jsonb_object_agg(e.tier || '/' || e.field, e.earned) as cells
      from (select district_id, teacher_id, tier, field, sum(hundredths) as earned from training.credit
        where district_id = any (${DISTRICTS}::int[]) and earned_on between '2021-01-01' and '2025-12-31'
        group by 1, 2, 3, 4) e
      left join training.plan_cell p using (district_id, tier, field)
      where p.plan_from is null or p.plan_from = '2021-01-01'
      group by 1, 2) teachers`.execute(db),
  )

async function countersAndCredits(database: Database) {
  const { rows } = await database.transact('owner', (db) =>
    sql<{ teachers: number; inCounters: number; credits: number }>`
      select count(distinct teacher_id)::int as teachers, sum(credits)::int as in_counters,
        (select count(*)::int from training.credit) as credits from training.teacher_credit`.execute(db),
  )
  return rows[0]!
}
