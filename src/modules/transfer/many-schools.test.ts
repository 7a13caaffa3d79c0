import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import { cast, tokenOf } from '../../../test/cast.ts'
import { testDatabaseInMemory } from '../../../test/database.ts'
import { testApp } from '../../../test/http.ts'
import { writeLedger, type LedgerOnPaper } from '../../../test/ledger-files.ts'
import { allFacts, ledgerSystem } from '../../../test/ledger-system.ts'
import { handInAtOnce, idsOf, partsRefused, post } from '../../../test/many-schools.ts'
import { splitLedger } from '../../../test/split-ledger.ts'
import { temporaryFolder } from '../../../test/workbook-files.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'
import { importFile } from './import.actions.ts'

const folder = temporaryFolder()
const CLUSTER = '颛桥镇学区'
const opened: { app: App; database: Database }[] = []
afterAll(async () => {
  for (const { app, database } of opened) {
    await app.close()
    await database.close()
  }
})
let sample: string
beforeAll(() => {
  sample = join(projectRoot(), 'sample', `${CLUSTER}台账-2023学年.xlsx`)
})

/** A product on the embedded engine into which the office has brought a ledger. */
async function productWith(ledger: LedgerOnPaper) {
  const database = await testDatabaseInMemory()
  await cast(database)
  await ledgerSystem(database)
  const app = await testApp(database, { jobsByHand: false })
  opened.push({ app, database })
  const system = systemOf(app.parts)
  const path = await writeLedger(folder.path('office.xlsx'), ledger)
  const name = `${CLUSTER}台账-2023学年.xlsx`
  const report = await importFile(system, { path, name }, { districtId: 310112 }, { dryRun: false })
  expect(report.cluster).toBe(CLUSTER)
  return { app, system }
}

test('all schools of a cluster hand in at once: every row is there once, none is lost', async () => {
  const split = await splitLedger(sample)
  expect(split.parts.size).toBeGreaterThanOrEqual(30)
  const { app, system } = await productWith(split.roster)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const asker = {
    address: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    cookie: `yanzhen=${tokenOf('district')}`,
  }
  const { clusterId, schools } = await idsOf(system, CLUSTER)
  const body = { schoolYear: 2023, dueOn: '2027-12-01', sheets: split.sheets }
  const { id: callId } = await post<{ id: string }>(asker, `/api/units/${clusterId}/calls`, body)
  const given = { schools, callId, folder: folder.path('') }
  const first = await handInAtOnce(asker, split.parts, given)
  expect(first.map(({ status }) => status)).toEqual(first.map(() => 'taken'))
  // Whoever names a mentor of a school that had not sent its register yet sends again: nothing of theirs comes twice.
  const second = await handInAtOnce(asker, partsRefused(split, first), given)
  expect(second.length).toBeLessThan(first.length)
  expect(second.flatMap(({ report }) => report!.faults)).toEqual([])
  const whole = await productWith(split.whole)
  expect(await allFacts(system)).toEqual(await allFacts(whole.system))
}, 240_000)
