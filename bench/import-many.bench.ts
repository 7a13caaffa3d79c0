import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { projectRoot, readConfig } from '#platform/config.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'
import { readPolicies } from '#platform/policies/read.ts'
import { importFile } from '#modules/transfer/index.ts'
import { buildApp } from '../src/main/app.ts'
import { systemOf } from '../src/main/contexts.ts'
import { allMigrations } from '../src/main/installation.ts'
import { cast, tokenOf } from '../test/cast.ts'
import { writeLedger, type LedgerOnPaper } from '../test/ledger-files.ts'
import { allFacts, ledgerSystem } from '../test/ledger-system.ts'
import { get, handInAtOnce, idsOf, partsRefused, post, type Asker } from '../test/many-schools.ts'
import { splitLedger } from '../test/split-ledger.ts'
import { claim, machine, quantile, type BenchResult } from './claims.ts'

const CLUSTER = '颛桥镇学区'

/** All schools of the sample cluster send and confirm their own ledgers at once, on the embedded engine. */
export async function bench(): Promise<BenchResult> {
  const split = await splitLedger(join(projectRoot(), 'sample', `${CLUSTER}台账-2023学年.xlsx`))
  const whole = await onProduct(async ({ bring, facts }) => {
    await bring(split.roster)
    const seconds = await bring(split.whole)
    return { seconds, facts: await facts() }
  })
  const many = await onProduct(async ({ bring, facts, asker, system, folder }) => {
    await bring(split.roster)
    const { clusterId, schools } = await idsOf(system, CLUSTER)
    const asked = { schoolYear: 2023, dueOn: '2027-12-01', sheets: split.sheets }
    const { id: callId } = await post<{ id: string }>(asker, `/api/units/${clusterId}/calls`, asked)
    const cockpit = watch(asker, `/api/units/${clusterId}/figures`)
    const start = performance.now()
    const first = await handInAtOnce(asker, split.parts, { schools, callId, folder })
    const seconds = (performance.now() - start) / 1000
    const waits = await cockpit.stop()
    await handInAtOnce(asker, partsRefused(split, first), { schools, callId, folder })
    return { seconds, waits, facts: await facts() }
  })
  const lines = (facts: Record<string, string[]>) =>
    Object.entries(facts).flatMap(([of, rows]) => rows.map((row) => of + row))
  const [expected, found] = [lines(whole.facts), lines(many.facts)]
  return {
    name: 'import-many',
    engine: 'PGlite',
    machine: machine(),
    claims: [
      claim(`rows lost of ${expected.length}`, without(expected, found), 'rows', '<', 1),
      claim('rows twice, or that nobody sent', without(found, expected), 'rows', '<', 1),
      claim(`${split.parts.size} schools at once, all checked, confirmed and taken`, many.seconds, 's', '<', 300),
      claim('one import of the whole ledger', whole.seconds, 's'),
      claim('the schools over the one import', many.seconds / whole.seconds, 'ratio'),
      claim('a cockpit meanwhile, p95', quantile(many.waits, 0.95), 'ms', '<', 5000),
      claim('cockpits answered meanwhile', many.waits.length, 'requests'),
    ],
  }
}

/** How many of these lines have no partner among the others. */
function without(lines: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return lines.filter((line) => {
    const n = left.get(line) ?? 0
    left.set(line, n - 1)
    return n <= 0
  }).length
}

/** Asks for a page twice a second until it is stopped; how long each took, in milliseconds. */
function watch(asker: Asker, path: string): { stop: () => Promise<number[]> } {
  const waits: number[] = []
  let isOn = true
  const run = (async () => {
    while (isOn) {
      const start = performance.now()
      await get(asker, path)
      waits.push(performance.now() - start)
      await pause(500)
    }
  })()
  return {
    stop: async () => {
      isOn = false
      await run
      return waits
    },
  }
}

interface Running {
  asker: Asker
  system: ReturnType<typeof systemOf>
  folder: string
  /** The office brings a ledger in; how long that took, in seconds. */
  bring(ledger: LedgerOnPaper): Promise<number>
  facts(): Promise<Record<string, string[]>>
}

/** Gives work a product of its own on the embedded engine, over HTTP. */
async function onProduct<T>(work: (running: Running) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'yanzhen-many-'))
  const config = { ...readConfig({}), dataDir: join(folder, 'data'), asksPerMinute: 1_000_000 }
  const database = await openDatabase(config)
  await migrate(database, allMigrations(config))
  await cast(database)
  await ledgerSystem(database)
  const app = await buildApp({ database, config, policies: readPolicies(config.root) })
  const system = systemOf(app.parts)
  try {
    await app.listen({ port: 0, host: '127.0.0.1' })
    const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
    const asker = { address, cookie: `yanzhen=${tokenOf('district')}` }
    const bring = async (ledger: LedgerOnPaper) => {
      const name = `${CLUSTER}台账-2023学年.xlsx`
      const path = await writeLedger(join(folder, name), ledger)
      const start = performance.now()
      await importFile(system, { path, name }, { districtId: 310112 }, { dryRun: false })
      return (performance.now() - start) / 1000
    }
    return await work({ asker, system, folder, bring, facts: () => allFacts(system) })
  } finally {
    await app.close()
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
