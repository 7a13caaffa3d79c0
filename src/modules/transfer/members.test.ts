import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { listClusters, listSchoolsOf } from '#modules/organizations/index.ts'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { cellAt, smallLedger, writeLedger, type LedgerOnPaper } from '../../../test/ledger-files.ts'
import { ledgerSystem } from '../../../test/ledger-system.ts'
import { temporaryFolder } from '../../../test/workbook-files.ts'
import { importFile } from './import.actions.ts'
import type { ImportReport } from './import.contract.ts'

const folder = temporaryFolder()
let database: Database

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** The members of 甲学区 by school year, after these ledgers came in one after the other, and what was said of the last. */
async function membersAfter(...ledgers: readonly LedgerOnPaper[]) {
  const members: Record<number, string[]> = {}
  let report: ImportReport
  await rolledBack(database, async (inner) => {
    const system = await ledgerSystem(inner)
    for (const ledger of ledgers) {
      const path = await writeLedger(folder.path('ledger.xlsx'), ledger)
      report = await importFile(system, { path, name: 'ledger.xlsx' }, {}, { dryRun: false })
    }
    await system.inContext(async ({ db }) => {
      const [cluster] = await listClusters(db)
      for (const year of [2022, 2023, 2024])
        members[year] = (await listSchoolsOf(db, cluster!.id, year)).map(({ shortName }) => shortName)
    })
  })
  return { members, report: report! }
}

const all = ['春申小', '北桥小', '元江中', '向阳园']
const withoutKindergarten = all.slice(0, 3)

/** Only the schools and teachers, and of them nobody of 向阳幼儿园. */
function leaving(year: number): LedgerOnPaper {
  const ledger = smallLedger('甲学区', year)
  for (const { rows } of ledger.values())
    rows.splice(0, rows.length, ...rows.filter((cells) => !cells.includes('向阳幼儿园')))
  return ledger
}

const codes = ({ warnings }: ImportReport) => warnings.map(({ code }) => code)

test('a school that the year leaves out is a member no more, and the years before keep it', async () => {
  const { members, report } = await membersAfter(smallLedger('甲学区', 2022), leaving(2023))
  expect(members).toEqual({ 2022: all, 2023: withoutKindergarten, 2024: withoutKindergarten })
  expect(codes(report)).toContain('transfer.schoolsGone')
})

test('an older ledger that comes in later brings nobody into a year that has its own', async () => {
  const { members } = await membersAfter(leaving(2023), smallLedger('甲学区', 2022))
  expect(members).toEqual({ 2022: all, 2023: withoutKindergarten, 2024: withoutKindergarten })
})

test('a school that a person said is a member stays one where the year leaves it out, and that is said', async () => {
  await rolledBack(database, async (inner) => {
    const system = await ledgerSystem(inner)
    const bringIn = async (ledger: LedgerOnPaper) => {
      const path = await writeLedger(folder.path('ledger.xlsx'), ledger)
      return importFile(system, { path, name: 'ledger.xlsx' }, {}, { dryRun: false })
    }
    await bringIn(smallLedger('甲学区', 2022))
    await system.inContext(({ db }) =>
      sql`insert into organizations.kept_year (cluster_id, school_id, school_year)
        select cluster_id, school_id, 2023 from organizations.membership m
        join organizations.unit s on s.id = m.school_id where s.name = '向阳幼儿园'`.execute(db),
    )
    const { warnings } = await bringIn(leaving(2023))
    expect(warnings.filter(({ sheet }) => sheet === '学校').map(({ message }) => message)).toEqual([
      '以前的成员校“向阳幼儿园”不在这张表里，仍按成员校计入，本学年以手工登记为准，请核对。',
    ])
  })
})

test('a school that is named again comes back', async () => {
  const { members } = await membersAfter(smallLedger('甲学区', 2022), smallLedger('甲学区', 2024), leaving(2023))
  expect(members).toEqual({ 2022: all, 2023: withoutKindergarten, 2024: all })
})

test('a part of the same year again takes nobody out', async () => {
  const { members, report } = await membersAfter(smallLedger('甲学区', 2023), leaving(2023))
  expect(members[2023]).toEqual(all)
  expect(codes(report)).toContain('transfer.schoolsLeftOut')
})

test('nobody leaves by a row that was refused', async () => {
  const ledger = smallLedger('甲学区', 2023)
  cellAt(ledger, '学校', 3, '在校生数').set(-5)
  const { members, report } = await membersAfter(smallLedger('甲学区', 2022), ledger)
  expect(members[2023]).toEqual(all)
  expect(report.faults.filter(({ sheet }) => sheet === '教师')).toEqual([])
})
