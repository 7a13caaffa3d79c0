import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import yauzl from 'yauzl'
import type { System } from '#platform/cli.ts'
import type { Database } from '#platform/database/database.ts'
import { testDatabase } from '../../../test/database.ts'
import { cellAt, smallLedger, writeLedger } from '../../../test/ledger-files.ts'
import { allFacts, everythingStored, ledgerSystem } from '../../../test/ledger-system.ts'
import { temporaryFolder } from '../../../test/workbook-files.ts'
import { importFile } from './import.actions.ts'

const folder = temporaryFolder()
const NAME = '甲学区台账-2023学年.xlsx'
let database: Database
let system: System
let facts: Record<string, string[]>

beforeAll(async () => {
  database = await testDatabase()
  system = await ledgerSystem(database)
  const path = await writeLedger(folder.path('good.xlsx'), smallLedger())
  await importFile(system, { path, name: NAME }, {}, { dryRun: false })
  facts = await allFacts(system)
})
afterAll(() => database.close())

const importing = (path: string, name = NAME) => importFile(system, { path, name }, {}, { dryRun: false })

/** The ledger that would change much, damaged in the last bytes of one sheet: its head reads well. */
async function damagedLate(): Promise<string> {
  const ledger = smallLedger()
  cellAt(ledger, '教师', 0, '职称').set('正高级教师')
  const uses = ledger.get('场馆共享')!
  uses.rows = Array.from({ length: 20_000 }, (_, at) => [...uses.rows[0]!.slice(0, 5), at % 97])
  const path = await writeLedger(folder.path('late.xlsx'), ledger)
  const end = await endOfSheet(path, 'xl/worksheets/sheet8.xml')
  const bytes = await readFile(path)
  bytes.fill(0xff, end - 400, end - 100)
  await writeFile(path, bytes)
  return path
}

async function endOfSheet(path: string, part: string): Promise<number> {
  const zip = (await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(path, { lazyEntries: false }))!
  const ends = new Map<string, number>()
  zip.on('entry', ({ fileName, relativeOffsetOfLocalHeader, compressedSize }: yauzl.Entry) =>
    ends.set(fileName, relativeOffsetOfLocalHeader + 30 + fileName.length + compressedSize),
  )
  await once(zip, 'close')
  return ends.get(part)!
}

test('a ledger damaged near its end leaves the data as it was, though most of it was read', async () => {
  const path = await damagedLate()
  await expect(importing(path)).rejects.toMatchObject({ code: 'sheet.damaged' })
  expect(await allFacts(system)).toEqual(facts)
})

test.each([
  ['a text called .xlsx', '不是表格', 'sheet.'],
  ['a PDF called .xlsx', '%PDF-1.7\n', 'sheet.'],
  ['a table that is no ledger', '天气,温度\n晴,25\n', 'transfer.noLedgerSheets'],
  ['a ledger of nobody', '工号,姓名,学校\n0001,赵一,春申小学\n', 'transfer.whoseLedger'],
])('%s is one clear problem and leaves the data as it was', async (what, content, code) => {
  const path = folder.path('hostile')
  await writeFile(path, content)
  const name = what.includes('.xlsx') ? NAME : '某表.csv'
  await expect(importing(path, name)).rejects.toMatchObject({ code: expect.stringContaining(code) as string })
  expect(await allFacts(system)).toEqual(facts)
})

test('a ledger in which nothing can be taken makes no cluster', async () => {
  const ledger = smallLedger('新学区')
  for (const [name] of ledger) if (name !== '教师') ledger.delete(name)
  const path = await writeLedger(folder.path('none.xlsx'), ledger)
  const report = await importFile(
    system,
    { path, name: '新学区2023学年.xlsx' },
    { districtId: 310112 },
    { dryRun: false },
  )
  expect(report.sheets).toMatchObject([{ sheet: '教师', added: 0, refused: 8 }])
  expect(await everythingStored(system)).not.toContain('新学区')
})

test('cells that no database takes, and endless ones, are cleaned or refused, not a crash', async () => {
  const ledger = smallLedger()
  cellAt(ledger, '教研活动', 0, '主题').set('半个字\ud840和控制符\u0007')
  cellAt(ledger, '教研活动', 1, '主题').set('长'.repeat(5000))
  cellAt(ledger, '课程', 0, '受益学生数').set(99_999_999_999)
  const path = await writeLedger(folder.path('odd.xlsx'), ledger)
  const { faults } = await importing(path)
  expect(faults.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
    '教研活动!C4 transfer.tooLong',
    '课程!G3 transfer.badNumber',
  ])
})

test('what would run in a spreadsheet is text here', async () => {
  const ledger = smallLedger()
  cellAt(ledger, '课程', 0, '课程名称').set('=HYPERLINK("http://x","点我")')
  const path = await writeLedger(folder.path('formula.xlsx'), ledger)
  await importing(path)
  expect((await allFacts(system))['courses']!.some((line) => line.includes('=HYPERLINK'))).toBe(true)
})
