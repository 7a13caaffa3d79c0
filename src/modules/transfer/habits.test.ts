import * as xlsx from '@e965/xlsx'
import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import {
  smallLedger,
  writeCsv,
  writeLedger,
  type LedgerOnPaper,
  type SheetOnPaper,
} from '../../../test/ledger-files.ts'
import { allFacts, everythingStored, ledgerSystem } from '../../../test/ledger-system.ts'
import { temporaryFolder } from '../../../test/workbook-files.ts'
import { importFile } from './import.actions.ts'

const folder = temporaryFolder()
let database: Database
let plain: Record<string, string[]>

beforeAll(async () => {
  database = await testDatabase()
  plain = (await imported(smallLedger())).facts
})
afterAll(() => database.close())

/** What a ledger leaves behind in an empty database, with its report. */
async function imported(ledger: LedgerOnPaper, fileName = '甲学区台账-2023学年.xlsx') {
  const path = await writeLedger(folder.path(fileName), ledger)
  return importedFile(path, fileName)
}

async function importedFile(path: string, name: string) {
  let result: { report: Awaited<ReturnType<typeof importFile>>; facts: Record<string, string[]>; stored: string }
  await rolledBack(database, async (inner) => {
    const system = await ledgerSystem(inner)
    const report = await importFile(system, { path, name }, {}, { dryRun: false })
    result = { report, facts: await allFacts(system), stored: await everythingStored(system) }
  })
  return result!
}

const changed = (change: (sheet: SheetOnPaper, name: string) => SheetOnPaper): LedgerOnPaper =>
  new Map([...smallLedger()].map(([name, sheet]) => [name, change(sheet, name)]))

const changedCells = (change: (text: string, title: string) => string) =>
  changed((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      row.map((cell, at) => (typeof cell === 'string' ? change(cell, sheet.header[at]!) : cell)),
    ),
  }))

const reorder = <T>(row: readonly T[]): T[] => [...row.slice(2), ...row.slice(0, 2)].reverse()
const wide = (text: string) => text.replace(/[0-9-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
const shortNames: Record<string, string> = {
  春申小学: '春申小',
  北桥小学: '北桥小',
  元江中学: '元江中',
  向阳幼儿园: '向阳园',
}
const short = (text: string) => Object.entries(shortNames).reduce((all, [long, few]) => all.replaceAll(long, few), text)

test('a plain ledger comes in whole', async () => {
  const { report } = await imported(smallLedger())
  expect(report).toMatchObject({ cluster: '甲学区', year: 2023, faults: [], warnings: [] })
  expect(report.sheets.map(({ sheet, added }) => `${sheet} ${added}`)).toEqual([
    '学校 4',
    '教师 8',
    '交流轮岗 3',
    '工作室 2',
    '教研活动 3',
    '跨校带教 3',
    '课程 3',
    '场馆共享 3',
    '办学绩效 2',
  ])
  expect(Object.values(plain).map((rows) => rows.length)).toEqual([4, 4, 8, 3, 2, 3, 3, 3, 3, 2])
})

describe('a habit is read through in silence:', () => {
  const habits: [string, LedgerOnPaper][] = [
    [
      'columns in another order',
      changed((s) => ({
        ...s,
        header: reorder(s.header),
        rows: s.rows.map((row) => reorder([...row, ...Array<null>(s.header.length - row.length).fill(null)])),
      })),
    ],
    [
      'one more line under the title',
      changed((s) => ({ ...s, above: [...s.above, ['填报单位：甲学区办公室', null, '填报日期：2024年6月30日']] })),
    ],
    [
      'the title moved, and blank rows',
      changed((s) => ({
        ...s,
        above: [[], ['内部资料'], [], ...s.above, []],
        rows: s.rows.flatMap((row) => [[], row]),
      })),
    ],
    [
      'a 合计 row wherever the word stands, its total wrong',
      changed((s) => ({ ...s, rows: [['合　计', 999], ...s.rows, [null, '合计', 12345], ['总计：', 7]] })),
    ],
    [
      'the header and the title again on a second page',
      changed((s) => ({ ...s, rows: [...s.rows.slice(0, 1), s.above[0]!, s.header, ...s.rows.slice(1)] })),
    ],
    [
      'who filled it in, below',
      changed((s) => ({ ...s, rows: [...s.rows, ['填报人：某某', '联系电话：021-12345678'], ['注：数据截至六月']] })),
    ],
    [
      'short names of schools',
      changed((s, name) =>
        name === '学校'
          ? s
          : {
              ...s,
              rows: s.rows.map((row, n) =>
                row.map((cell, at) =>
                  typeof cell === 'string' && s.header[at]!.includes('学校') ? short(cell) : n >= 0 ? cell : null,
                ),
              ),
            },
      ),
    ],
    ['full-width digits', changedCells((text, title) => (/名称|主题|联合体/.test(title) ? text : wide(text)))],
    [
      'ideographic spaces',
      changedCells((text, title) =>
        title !== '主题' && /^\p{Script=Han}{2,}$/u.test(text) ? `${text[0]}　${text.slice(1)} ` : text,
      ),
    ],
    [
      'dates with dots',
      changedCells((text) =>
        text.replace(/^(\d{4})-(\d\d)(?:-(\d\d))?$/, (_, y, m, d) => (d ? `${y}.${m}.${d}` : `${y}.${m}`)),
      ),
    ],
    [
      'dates in Chinese',
      changedCells((text) =>
        text.replace(
          /^(\d{4})-(\d\d)(?:-(\d\d))?$/,
          (_, y, m, d) => `${y}年${Number(m)}月${d ? `${Number(d)}日` : ''}`,
        ),
      ),
    ],
    [
      'dates as Excel dates',
      changed((s) => ({
        ...s,
        rows: s.rows.map((row) =>
          row.map((cell) =>
            typeof cell === 'string' && /^\d{4}-\d\d(-\d\d)?$/.test(cell)
              ? new Date(`${cell.length === 7 ? `${cell}-01` : cell}T00:00:00Z`)
              : cell,
          ),
        ),
      })),
    ],
    [
      'sheets called 教师情况表',
      new Map([...smallLedger()].map(([name, sheet], at) => [`${at + 1}.${name}情况表`, sheet])),
    ],
    ['sheets in another order', new Map([...smallLedger()].reverse())],
    [
      'a sheet of explanations',
      new Map([
        ['填表说明', { above: [['请如实填写']], header: ['项目', '说明'], rows: [['工号', '文本']] }],
        ...smallLedger(),
      ]),
    ],
  ]
  test.each(habits)('%s', async (_, ledger) => {
    const { report, facts } = await imported(ledger)
    expect(report.faults).toEqual([])
    expect(facts).toEqual(plain)
  })

  test.each([
    '甲学区台账-２０２３学年.xlsx',
    '甲学区台账-2023-2024学年.xlsx',
    '甲学区2023学年度台账(1).xlsx',
    '新建工作簿.xlsx',
  ])('a file called %s', async (name) => expect((await imported(smallLedger(), name)).facts).toEqual(plain))

  test('titles that do not say whose it is, when the file name does', async () => {
    const { facts } = await imported(changed((sheet, name) => ({ ...sheet, above: [[`${name}情况表`]] })))
    expect(facts).toEqual(plain)
  })
})

test('a column that the ledger does not know is stored nowhere, be it an ID-card number', async () => {
  const id = '310112198003070021'
  const { report, facts, stored } = await imported(
    changed((s) => ({
      ...s,
      header: ['序号', ...s.header, '身份证号'],
      rows: s.rows.map((row, at) => [at + 1, ...row, ...Array<null>(s.header.length - row.length).fill(null), id]),
    })),
  )
  expect(report.faults).toEqual([])
  expect(facts).toEqual(plain)
  expect(stored).not.toContain(id)
})

test('an ID-card number in the place of a 工号 is refused and stored nowhere', async () => {
  const id = '31011219800307002X'
  const { report, stored } = await imported(
    changed((s, name) =>
      name === '教师' ? { ...s, rows: s.rows.map((row, at) => (at === 2 ? [id, ...row.slice(1)] : row)) } : s,
    ),
  )
  expect(report.faults.some(({ cell }) => cell === '教师!A5')).toBe(true)
  expect(JSON.stringify(report)).not.toContain(id)
  expect(stored).not.toContain(id)
})

test('a CSV in GBK is one sheet; the others stay as they are', async () => {
  const sheet = smallLedger().get('学校')!
  const path = await writeCsv(folder.path('schools.csv'), sheet, (text) => gbk(text))
  const { report, facts } = await importedFile(path, '甲学区2023学年学校.csv')
  expect(report).toMatchObject({ faults: [], sheets: [{ sheet: '学校', added: 4 }] })
  expect(facts['schools']).toEqual(plain['schools'])
})

test('an old .xls is read like an .xlsx', async () => {
  const path = await writeLedger(folder.path('new.xlsx'), smallLedger())
  const old = folder.path('old.xls')
  await writeFile(old, xlsx.write(xlsx.read(await readFile(path)), { type: 'buffer', bookType: 'biff8' }) as Buffer)
  const { report, facts } = await importedFile(old, '甲学区台账-2023学年.xls')
  expect(report.faults).toEqual([])
  expect(facts).toEqual(plain)
})

/** The GBK bytes of a text, found by decoding every two-byte character once. */
function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk')
  const bytes = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) bytes.set(decoder.decode(Buffer.from([high, low])), [high, low])
  return Buffer.from([...text].flatMap((one) => (one.charCodeAt(0) < 128 ? [one.charCodeAt(0)] : bytes.get(one)!)))
}
