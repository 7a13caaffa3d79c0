import pg from 'pg'
import { projectRoot, readConfig } from '#platform/config.ts'
import { databaseOver, type Database } from '#platform/database/database.ts'
import { databaseOnEngine } from '#platform/database/embedded.ts'
import { Engine } from '#platform/database/engine.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { readPolicies } from '#platform/policies/read.ts'
import { findUnit } from '#modules/organizations/index.ts'
import type { CourseFilter } from '#modules/courses/find.contract.ts'
import { startPostgres } from '../scripts/postgres.ts'
import { findCourses } from '../src/modules/courses/find.actions.ts'
import { findHits, isEverywhere, type ListPlace, type Search } from '../src/modules/courses/find.sql.ts'
import { wordsOf } from '../src/modules/courses/passage.rules.ts'
import { readerOf } from '../src/modules/courses/reader.actions.ts'
import { modules } from '../src/main/modules.ts'
import { systemOf } from '../src/main/contexts.ts'
import { CLUSTER, DISTRICT, layGround } from './booking/ground.ts'
import { claim, machine, quantile, timed, type BenchResult, type Claim } from './claims.ts'
import { Oracle } from './search/oracle.ts'
import { narrowed, queries } from './search/queries.ts'
import { fillShelves } from './search/shelf.ts'

const COURSES = 50_000
/** The embedded engine is for a cluster or a district, not for a city. */
const OF_A_DISTRICT = 5_000
const RUNS = 4
const migrations = readMigrations(
  projectRoot(),
  modules.map(({ name }) => name),
)

/**
 * The list of the repository with its facets over fifty thousand courses, every query of a fixed list, and over those of a
 * district on the embedded engine; and whether what it finds is what a plain look through all the texts finds.
 */
export async function bench(): Promise<BenchResult> {
  const server = await startPostgres({ shared_buffers: '512MB' })
  if (!server) throw new Error('this bench needs a PostgreSQL')
  const pool = new pg.Pool({ connectionString: server.url, max: 1, options: '-c TimeZone=UTC' })
  const postgres = databaseOver(pool, 'PostgreSQL', async () => {})
  const claims = await measure(postgres, COURSES)
  await postgres.close()
  await server.stop()
  const embedded = databaseOnEngine(await Engine.start({}))
  claims.push(...(await measure(embedded, OF_A_DISTRICT)))
  await embedded.close()
  return { name: 'search', engine: 'PostgreSQL and PGlite', machine: machine(), claims }
}

async function measure(database: Database, courses: number): Promise<Claim[]> {
  await migrate(database, migrations)
  await layGround(database, 1)
  const oracle = new Oracle(queries)
  await fillShelves(database, courses, (course) => oracle.look(course))
  const config = readConfig({})
  const system = systemOf({ database, config, policies: readPolicies(projectRoot()), now: () => new Date('2026-11-26T08:00:00+08:00') }) // prettier-ignore
  const unit = (await system.inContext((ctx) => findUnit(ctx.db, CLUSTER, ctx.today)))!
  const ask = (query: CourseFilter) => system.inContext((ctx) => findCourses(ctx, unit, { ...query, limit: 20 }))
  const asked: CourseFilter[] = [...queries.map((q) => ({ q })), ...narrowed]
  const times: { query: CourseFilter; median: number; samples: number[] }[] = []
  for (const query of asked) {
    const samples = await timed(RUNS, () => ask(query))
    times.push({ query, median: quantile(samples, 0.5), samples })
  }
  const all = times.flatMap(({ samples }) => samples)
  const slowest = times.sort((a, b) => b.median - a.median)[0]!
  const judged: ReturnType<Oracle['judge']>[] = []
  for (const q of queries) judged.push(oracle.judge(q, await system.inContext((ctx) => everythingFor(ctx, q))))
  const least = (of: 'recall' | 'precision') => Math.min(...judged.map((one) => one[of]))
  const on = `${database.engine}, ${courses} courses, ${asked.length} queries`
  return [
    claim(`${on}: a page with its facets, p95`, quantile(all, 0.95), 'ms', '<', 100),
    claim(`${on}: the same, median`, quantile(all, 0.5), 'ms'),
    claim(`${on}: the slowest query, ${JSON.stringify(slowest.query)}, median`, slowest.median, 'ms'),
    claim(`${on}: recall against a plain look through all texts`, least('recall'), 'share', '≥', 1),
    claim(`${on}: precision against the same`, least('precision'), 'share', '≥', 1),
  ]
}

/** Page after page, to the last. */
async function everythingFor(ctx: Parameters<typeof findCourses>[0], q: string): Promise<string[]> {
  const reader = await readerOf(ctx)
  const search: Search = { reader, districtIds: [DISTRICT], clusterId: CLUSTER, words: wordsOf(q), chosen: {} }
  const everywhere = await isEverywhere(ctx.db, search)
  const found: string[] = []
  for (let after: ListPlace | undefined; ;) {
    const { hits } = await findHits(ctx.db, search, { after, most: 10_000, everywhere }, undefined)
    found.push(...hits.map(({ entryId }) => entryId))
    if (hits.length < 10_000) return found
    const last = hits.at(-1)!
    after = { ...last, publishedAt: new Date(last.publishedAt) }
  }
}
