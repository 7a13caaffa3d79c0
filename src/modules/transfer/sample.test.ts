import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { System } from '#platform/cli.ts'
import { projectRoot } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import { figuresOf, readStatistics } from '#modules/assessment/figure.actions.ts'
import { findCluster, findUnit } from '#modules/organizations/index.ts'
import { testDatabase } from '../../../test/database.ts'
import { allFacts, ledgerSystem } from '../../../test/ledger-system.ts'
import { importFile } from './import.actions.ts'
import { loadSample } from './sample.actions.ts'

type Figure = number | null | Record<string, number>
const expected = JSON.parse(readFileSync(join(projectRoot(), 'test/cases/zhuanqiao-expected.json'), 'utf8')) as {
  years: Record<string, Record<string, Figure | []>>
}
const years = [2021, 2022, 2023]
const nameOf = (year: number) => `颛桥镇学区台账-${year}学年.xlsx`
const fileOf = (year: number) => ({ path: join(projectRoot(), 'sample', nameOf(year)), name: nameOf(year) })

let database: Database
let system: System
let empty: Record<string, string[]>
beforeAll(async () => {
  database = await testDatabase()
  system = await ledgerSystem(database)
  empty = await allFacts(system)
})
afterAll(() => database.close())

const cluster = () =>
  system.inContext(async (ctx) => {
    const found = await findCluster(ctx.db, 310112, '颛桥镇学区')
    return found && findUnit(ctx.db, found.id, ctx.today)
  })

async function figures(): Promise<Map<string, Figure>> {
  const unit = (await cluster())!
  const all = await system.inContext(async (ctx) => figuresOf(await readStatistics(ctx, unit, years)))
  return new Map(all.map(({ year, code, value, parts }) => [`${year} ${code}`, parts ?? value]))
}

describe('the three ledgers of the sample', () => {
  test('are looked at without a trace', async () => {
    const report = await importFile(system, fileOf(2023), {}, { dryRun: true })
    expect(report).toMatchObject({ cluster: '颛桥镇学区', year: 2023, faults: [], warnings: [] })
    expect(report.sheets.find(({ sheet }) => sheet === '教师')).toMatchObject({ read: 1308, added: 1308, refused: 0 })
    expect(await allFacts(system)).toEqual(empty)
    expect(await cluster()).toBeUndefined()
  })

  test('give every figure of the plan to the digit, whichever year comes first', async () => {
    for (const year of [2023, 2021, 2022]) {
      const report = await importFile(system, fileOf(year), {}, { dryRun: false })
      expect(report.faults).toEqual([])
    }
    const found = await figures()
    for (const [year, wanted] of Object.entries(expected.years))
      for (const [code, value] of Object.entries(wanted))
        if (code !== 'faults') expect([code, found.get(`${year} ${code}`)], year).toEqual([code, value])
  })

  test('change nothing when they come again, and are marked 示例 when they come as the sample', async () => {
    const before = await allFacts(system)
    await loadSample(system)
    expect(await allFacts(system)).toEqual(before)
    const again = await importFile(system, fileOf(2022), {}, { dryRun: false })
    for (const { read, unchanged } of again.sheets) expect(unchanged).toBe(read)
  })
})

test('a fresh installation gets the sample, marked 示例', async () => {
  const fresh = await testDatabase()
  try {
    const other = await ledgerSystem(fresh)
    await loadSample(other)
    const unit = await other.inContext((ctx) => findCluster(ctx.db, 310112, '颛桥镇学区'))
    expect(await other.inContext((ctx) => findUnit(ctx.db, unit!.id, ctx.today))).toMatchObject({ sample: true })
  } finally {
    await fresh.close()
  }
})
