import pg from 'pg'
import { sql } from 'kysely'
import { projectRoot, readConfig } from '#platform/config.ts'
import { databaseOver, type Database } from '#platform/database/database.ts'
import { databaseOnEngine } from '#platform/database/embedded.ts'
import { Engine } from '#platform/database/engine.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { readPolicies } from '#platform/policies/read.ts'
import { startPostgres } from '../scripts/postgres.ts'
import { modules } from '../src/main/modules.ts'
import type { Parts } from '../src/main/contexts.ts'
import { claim, machine, type BenchResult, type Claim } from './claims.ts'
import { ATTEMPTS, CLIENTS, countOverlaps, fightBare, fightForVenue } from './booking/fight.ts'
import { layGround } from './booking/ground.ts'
import { fill, searches } from './booking/search.ts'

const VENUES = 3_000
const BOOKINGS = 500_000
const migrations = readMigrations(
  projectRoot(),
  modules.map(({ name }) => name),
)

/**
 * Sixty-four clients fight for one venue in ten thousand attempts, as the product books, against the bare constraint of
 * the same engine in the same run; and a search over three thousand venues with half a million bookings. On both engines.
 */
export async function bench(): Promise<BenchResult> {
  const embedded = databaseOnEngine(await Engine.start({}))
  const claims = await measure(embedded, '嵌入式')
  await embedded.close()
  const server = await startPostgres({ shared_buffers: '512MB' })
  if (!server) throw new Error('this bench needs a PostgreSQL')
  const pool = new pg.Pool({ connectionString: server.url, max: CLIENTS, options: '-c TimeZone=UTC' })
  const postgres = databaseOver(pool, 'PostgreSQL', async () => {})
  claims.push(...(await measure(postgres, 'PostgreSQL')))
  await postgres.close()
  await server.stop()
  return { name: 'booking', engine: 'PGlite and PostgreSQL', machine: machine(), claims }
}

async function measure(database: Database, on: string): Promise<Claim[]> {
  await migrate(database, migrations)
  await layGround(database, VENUES)
  const config = readConfig({})
  const policies = readPolicies(projectRoot())
  const parts: Parts = { database, config, policies, now: () => new Date('2026-11-26T08:00:00+08:00') }
  const bare = await fightBare(database)
  const ours = await fightForVenue(parts)
  const overlaps = await countOverlaps(database)
  const deadlocks = await countDeadlocks(database)
  await fill(database, BOOKINGS)
  const found = await searches(parts)
  const said = `${on}, ${CLIENTS} clients, ${ATTEMPTS} attempts`
  return [
    claim(`${said}: bookings of which two meet`, overlaps, '', '<', 1),
    claim(`${said}: dead-locks`, deadlocks, '', '<', 1),
    claim(`${said}: attempts that were neither booked nor told that it is taken`, ours.failed.length, '', '<', 1),
    claim(`${said}: booked as often as the bare constraint lets in`, ours.won / bare.won, 'ratio', '≥', 0.95),
    claim(`${said}: attempts a second / bare constraint`, ours.perSecond / bare.perSecond, 'ratio', '≥', 0.5),
    claim(`${said}: attempts a second`, ours.perSecond, '/s'),
    claim(`${said}: attempts a second, bare constraint`, bare.perSecond, '/s'),
    claim(`${said}: slowest hundredth`, ours.p99, 'ms'),
    claim(`${said}: slowest hundredth, bare constraint`, bare.p99, 'ms'),
    claim(`${on}: search over ${VENUES} venues and ${BOOKINGS} bookings, p95`, found.p95, 'ms', '<', 100),
    claim(`${on}: the same, median`, found.median, 'ms'),
    claim(`${on}: venues that the last search found free`, found.free, ''),
  ]
}

async function countDeadlocks(database: Database): Promise<number> {
  const { rows } = await database.transact('owner', (db) =>
    sql<{ n: number }>`select deadlocks::int as n from pg_stat_database where datname = current_database()`.execute(db),
  )
  return rows[0]?.n ?? 0
}
