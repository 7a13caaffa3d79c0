import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { useTypeParsers } from '#platform/database/database.ts'
import type { MeasureScope } from '#platform/measure.ts'
import { FIRST_SCHOOL } from '#platform/seed.ts'
import { seedClusterId } from '../src/main/commands/seed.ts'
import { modules } from '../src/main/modules.ts'
import { claim, machine, quantile, timed, type BenchResult } from './claims.ts'
import { signIn, withProduct, type Product } from './product.ts'

const CITY = 310_000
const WARMING = 10
const YEARS = [2021, 2022, 2023]
const measures = modules.flatMap(({ measures = [] }) => measures)

type Ask = (path: string) => Promise<unknown>
type Facts = Kysely<unknown>

/**
 * The figures of a cluster and of a whole city (16 districts, 250 clusters, 3,000 schools, 250,000 teachers, three
 * school years) over HTTP from counters, against the same figures by plain SQL over the facts; the first read after a
 * change; and pages of rows at every depth.
 */
export async function bench(): Promise<BenchResult> {
  return withProduct(async (product) => {
    await product.run(['seed', '--city'])
    await product.run(['recount'])
    const { ask, facts } = await atWork(product)
    const claims = [
      ...(await figureClaims(ask, facts)),
      ...(await changeClaims(ask, facts)),
      ...(await pageClaims(ask)),
    ]
    await facts.destroy()
    return { name: 'indicators', engine: 'PostgreSQL', machine: machine(), claims }
  })
}

async function atWork(product: Product): Promise<{ ask: Ask; facts: Facts }> {
  const place = ['--name', '测试', '--role', '市教委', '--at', String(CITY), '--json']
  const officer = JSON.parse(await product.run(['user', 'add', 'bench', ...place])) as { password: string }
  const { address } = await product.serve()
  const cookie = await signIn(address, 'bench', officer.password)
  useTypeParsers()
  const facts = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: product.databaseUrl, max: 1 }) }),
  })
  return { ask: (path) => fetchJson(address + path, cookie), facts }
}

async function fetchJson(url: string, cookie: string): Promise<unknown> {
  const reply = await fetch(url, { headers: { cookie } })
  if (!reply.ok) throw new Error(`${url}: ${reply.status} ${await reply.text()}`)
  return reply.json()
}

const figuresOf = (unitId: number) => `/api/units/${unitId}/figures?years=${YEARS.join()}`

async function figureClaims(ask: Ask, facts: Facts) {
  const cluster = await timed(200, (run) => ask(figuresOf(seedClusterId(Math.abs(run) % 250))), 50)
  const city = await timed(60, () => ask(figuresOf(CITY)), 10)
  const plainCluster = await timed(10, () => plainFigures(facts, scopeOfCluster(0)))
  const plainCity = await timed(2, () => plainFigures(facts, scopeOfCity()))
  return [
    claim('figures of a cluster over HTTP, p95', quantile(cluster, 0.95), 'ms', '<', 20),
    claim('figures of the whole city over HTTP, p95', quantile(city, 0.95), 'ms', '<', 100),
    claim('a cluster: over HTTP from counters / plain SQL over the facts', ratio(cluster, plainCluster), 'ratio'),
    claim('the city: over HTTP from counters / plain SQL over the facts', ratio(city, plainCity), 'ratio', '<', 1),
    claim('a cluster by plain SQL over the facts, median', quantile(plainCluster, 0.5), 'ms'),
    claim('the city by plain SQL over the facts, median', quantile(plainCity, 0.5), 'ms'),
  ]
}

const ratio = (a: readonly number[], b: readonly number[]) => quantile(a, 0.5) / quantile(b, 0.5)

/** What the figures would cost without counters: every measure's SELECT, folded. */
async function plainFigures(facts: Facts, scope: MeasureScope): Promise<void> {
  for (const measure of measures)
    await sql`select school_year, part, sum(weight) filter (where counted) from (${measure.select(scope)}) c group by 1, 2`.execute(
      facts,
    )
}

const districts = [1, 4, 5, 6, 7, 9, 10, 12, 13, 14, 15, 16, 17, 18, 20, 51].map((code) => 310_100 + code)

const scopeOfCluster = (cluster: number): MeasureScope => ({
  districtIds: [districts[cluster % districts.length]!],
  schoolIds: Array.from({ length: 12 }, (_, index) => FIRST_SCHOOL + cluster + 250 * index),
  schoolYears: YEARS,
})

const scopeOfCity = (): MeasureScope => ({
  districtIds: districts,
  schoolIds: Array.from({ length: 3_000 }, (_, index) => FIRST_SCHOOL + index),
  schoolYears: YEARS,
})

/**
 * A teacher of every school of a cluster changes; then the cluster's figures are read for the first time. A few more come
 * before: what a server counts first after its start is not what is claimed.
 */
async function changeClaims(ask: Ask, facts: Facts) {
  const samples: number[] = []
  for (let run = -WARMING; run < 30; run++) {
    const cluster = run + WARMING
    await changeCluster(facts, scopeOfCluster(cluster))
    const start = performance.now()
    await ask(figuresOf(seedClusterId(cluster)))
    if (run >= 0) samples.push(performance.now() - start)
  }
  return [claim('first read after a change in a cluster, p95', quantile(samples, 0.95), 'ms', '<', 50)]
}

async function changeCluster(facts: Facts, { districtIds, schoolIds }: MeasureScope): Promise<void> {
  await sql`update people.teacher_year t set backbone = case when backbone is null then '校骨干' end
    where t.district_id = any (${districtIds}::int[]) and t.school_year = 2023 and t.teacher_id in (
      select distinct on (school_id) teacher_id from people.teacher_year
      where district_id = any (${districtIds}::int[]) and school_id = any (${schoolIds}::int[]) and school_year = 2023)`.execute(
    facts,
  )
  await sql`insert into platform.stale (district_id, school_id, school_year, source)
    select ${districtIds[0]!}, s, 2023, 'people.teachers' from unnest(${schoolIds}::int[]) s`.execute(facts)
}

/** Every page of the rows behind three figures of a few clusters, to the last; those of the first cluster warm up. */
async function pageClaims(ask: Ask) {
  const samples: number[] = []
  for (const cluster of [0, 1, 2, 3]) {
    const walked = await walk(ask, seedClusterId(cluster))
    if (cluster > 0) samples.push(...walked)
  }
  return [
    claim('a page of rows at any depth, p95', quantile(samples, 0.95), 'ms', '<', 20),
    claim('pages read', samples.length, 'pages'),
  ]
}

async function walk(ask: Ask, clusterId: number): Promise<number[]> {
  const samples: number[] = []
  for (const code of ['teachers', 'venue_sharing', 'rotated']) {
    const first = `/api/units/${clusterId}/figures/${code}/rows?year=2023&limit=50`
    for (let path: string | null = first; path;) {
      const start = performance.now()
      const { next } = (await ask(path)) as { next: string | null }
      samples.push(performance.now() - start)
      path = next === null ? null : `${first}&after=${encodeURIComponent(next)}`
    }
  }
  return samples
}
