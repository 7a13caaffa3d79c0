import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { System } from '#platform/cli.ts'
import type { Database } from '#platform/database/database.ts'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { smallLedger, writeLedger, type LedgerOnPaper } from '../../../test/ledger-files.ts'
import { allFacts, ledgerSystem } from '../../../test/ledger-system.ts'
import { temporaryFolder } from '../../../test/workbook-files.ts'
import { importFile } from './import.actions.ts'

const folder = temporaryFolder()
let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

async function bringIn(system: System, ledger: LedgerOnPaper) {
  const path = await writeLedger(folder.path('ledger.xlsx'), ledger)
  return importFile(system, { path, name: 'ledger.xlsx' }, {}, { dryRun: false })
}

/** The small ledger without some columns. */
function without(columns: Record<string, readonly string[]>): LedgerOnPaper {
  const ledger = smallLedger()
  for (const [name, titles] of Object.entries(columns)) {
    const sheet = ledger.get(name)!
    const stays = sheet.header.map((title) => !titles.includes(title))
    sheet.header = sheet.header.filter((_, at) => stays[at])
    sheet.rows = sheet.rows.map((row) => row.filter((_, at) => stays[at]))
  }
  return ledger
}

/** Every column that a row can do without, of the sheets whose rows have a key. */
const optional = {
  学校: ['学校简称', '办学类型', '办学性质', '学区角色', '校区数', '在校生数', '经度', '纬度'],
  教师: ['性别', '出生年月', '学段', '任教学科', '职称', '骨干类别', '学科带头人', '到本校任教时间', '符合交流条件'],
  交流轮岗: ['流出学校', '结束日期', '组团编号'],
  课程: ['学段', '共建学校', '课程类别', '受益学生数'],
  跨校带教: ['学科'],
}
const each = Object.entries(optional).flatMap(([sheet, titles]) => titles.map((title) => [sheet, [title]] as const))

test.each([...each, ['教师', ['任教学科', '职称']] as const])(
  'what is on file in %s stays when the file has no %s',
  async (sheet, titles) => {
    await rolledBack(database, async (inner) => {
      const system = await ledgerSystem(inner)
      await bringIn(system, smallLedger())
      const before = await allFacts(system)
      const { changesTotal, warnings, faults } = await bringIn(system, without({ [sheet]: titles }))
      expect([changesTotal, faults]).toEqual([0, []])
      expect(await allFacts(system)).toEqual(before)
      const names = titles.map((title) => `“${title}”`).join('、')
      const words = titles.length === 1 ? '一列，这一项保持原样。' : '这几列，这些项保持原样。'
      expect(warnings.map(({ message }) => message)).toEqual([`没有${names}${words}`])
    })
  },
)

test('a row that is new has nothing there; what the others say otherwise comes in beside what stays', async () => {
  await rolledBack(database, async (inner) => {
    const system = await ledgerSystem(inner)
    await bringIn(system, smallLedger())
    const ledger = without({ 教师: ['职称'] })
    const { rows } = ledger.get('教师')!
    rows[1]![2] = '女'
    rows.push(['0100', '新老师', '女', '1990-01', '北桥小学', '小学', '语文', null, null, '2023-09', '否'])
    const { sheets } = await bringIn(system, ledger)
    expect(sheets.find(({ sheet }) => sheet === '教师')).toMatchObject({ added: 1, updated: 1, unchanged: 7 })
    const { rows: found } = await system.inContext(({ db }) =>
      sql`select name, gender, title from people.teacher_year where staff_no in ('0002', '0100') order by staff_no`.execute(
        db,
      ),
    )
    expect(found).toEqual([
      { name: '钱二', gender: '女', title: '一级教师' },
      { name: '新老师', gender: '女', title: null },
    ])
  })
})

test('a row without a key is a fact of its own: the reminder says that it is empty there', async () => {
  await rolledBack(database, async (inner) => {
    const system = await ledgerSystem(inner)
    const { warnings } = await bringIn(system, without({ 场馆共享: ['人次'] }))
    expect(warnings.map(({ message }) => message)).toEqual(['没有“人次”一列，这一项为空。'])
  })
})
