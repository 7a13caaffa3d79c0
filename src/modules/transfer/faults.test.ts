import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { cellAt, smallLedger, writeLedger, type LedgerCell, type LedgerOnPaper } from '../../../test/ledger-files.ts'
import { allFacts, ledgerSystem } from '../../../test/ledger-system.ts'
import { temporaryFolder } from '../../../test/workbook-files.ts'
import { importFile } from './import.actions.ts'
import type { ImportReport } from './import.contract.ts'

const folder = temporaryFolder()
let database: Database
let plain: Record<string, string[]>

beforeAll(async () => {
  database = await testDatabase()
  plain = (await imported(smallLedger())).facts
})
afterAll(() => database.close())

async function imported(ledger: LedgerOnPaper, before: readonly LedgerOnPaper[] = []) {
  let result: { report: ImportReport; facts: Record<string, string[]> }
  await rolledBack(database, async (inner) => {
    const system = await ledgerSystem(inner)
    const take = async (one: LedgerOnPaper) => {
      const path = await writeLedger(folder.path('ledger.xlsx'), one)
      return importFile(system, { path, name: 'ledger.xlsx' }, {}, { dryRun: false })
    }
    for (const one of before) await take(one)
    result = { report: await take(ledger), facts: await allFacts(system) }
  })
  return result!
}

/** The small ledger with one sheet and what that leans on. */
const onlyWith = (name: string): LedgerOnPaper =>
  new Map([...smallLedger()].filter(([one]) => ['学校', '教师', name].includes(one)))

type Planted = [sheet: string, row: number, title: string, value: LedgerCell, code: string, message: RegExp]

const faults: Planted[] = [
  ['学校', 1, '学校标识码', null, 'transfer.required', /缺少学校标识码/],
  ['学校', 1, '学校名称', '　', 'transfer.required', /缺少学校名称/],
  ['学校', 3, '办学类型', '小学部', 'transfer.notInList', /最接近的是“小学”/],
  ['学校', 3, '学区角色', '组长校', 'transfer.notInList', /牵头校、轮值校、成员校/],
  ['学校', 3, '在校生数', -5, 'transfer.negative', /负数/],
  ['学校', 3, '在校生数', '许多', 'transfer.badNumber', /应填整数/],
  ['教师', 6, '工号', null, 'transfer.required', /缺少工号/],
  ['教师', 6, '姓名', null, 'transfer.required', /缺少姓名/],
  ['教师', 7, '工号', '0007', 'transfer.repeatedKey', /第 9 行/],
  ['教师', 6, '学校', '向阳幼稚园', 'transfer.unknownSchool', /“向阳幼稚园”不在名册中，最接近的是“向阳幼儿园”/],
  ['教师', 6, '出生年月', '1986-13', 'transfer.badMonth', /没有13月/],
  ['教师', 6, '职称', '高级', 'transfer.notInList', /最接近的是“高级教师”/],
  ['教师', 6, '学段', '大学', 'transfer.notInList', /^学段“大学”不在可选范围内；可填/],
  ['教师', 6, '骨干类别', '国骨干', 'transfer.notInList', /或者留空/],
  ['教师', 6, '学科带头人', '校学科带头人', 'transfer.notInList', /市学科带头人/],
  ['教师', 6, '学段', '大学', 'transfer.notInList', /学前、小学/],
  ['教师', 6, '符合交流条件', '可能', 'transfer.badYesNo', /“是”或“否”/],
  ['交流轮岗', 1, '工号', '4', 'people.unknownTeacher', /“4”不在2023学年的教师名册中/],
  ['交流轮岗', 1, '工号', '004', 'people.unknownTeacher', /可能是“0004”/],
  ['交流轮岗', 1, '流入学校', '不存在的学校', 'transfer.unknownSchool', /流入学校“不存在的学校”不在名册中/],
  ['交流轮岗', 1, '流入学校', '北桥小学', 'mobility.sameSchool', /流入学校与流出学校相同/],
  ['交流轮岗', 1, '开始日期', '2023-02-30', 'transfer.badDay', /2023年2月没有30日/],
  ['交流轮岗', 1, '结束日期', '2023-08-31', 'mobility.endsBeforeStart', /早于开始日期/],
  ['交流轮岗', 1, '交流方式', '借调', 'transfer.notInList', /定期交流/],
  ['交流轮岗', 1, '状态', '完成', 'transfer.notInList', /已生效/],
  ['工作室', 1, '类别', '校工作室', 'transfer.notInList', /学区工作室/],
  ['工作室', 1, '名称', null, 'transfer.required', /缺少名称/],
  ['课程', 1, '课程编号', 'K01', 'transfer.repeatedKey', /第 3 行/],
  ['课程', 1, '课程类别', '特色；精品', 'transfer.notInList', /“精品”/],
  ['课程', 0, '共建学校', '北桥小学；西渡小学', 'transfer.unknownSchool', /“西渡小学”/],
  ['课程', 1, '受益学生数', -1, 'transfer.negative', /负数/],
  ['教研活动', 0, '日期', '十月初', 'transfer.badDay', /例如/],
  ['教研活动', 0, '形式', '公开课', 'transfer.notInList', /公开教学/],
  ['教研活动', 1, '执教人工号', '0099', 'people.unknownTeacher', /0099/],
  ['跨校带教', 0, '学员工号', '0099', 'people.unknownTeacher', /0099/],
  ['跨校带教', 0, '导师姓名', null, 'transfer.required', /缺少导师姓名/],
  ['场馆共享', 0, '场馆类别', '食堂', 'transfer.notInList', /其他/],
  ['场馆共享', 0, '使用学校', '西渡小学', 'transfer.unknownSchool', /最接近的是“/],
  ['场馆共享', 0, '人次', '3.5', 'transfer.badNumber', /应填整数/],
  ['办学绩效', 1, '学校', '春申小', 'transfer.repeatedKey', /第 3 行/],
  ['办学绩效', 1, '等第', '中等', 'transfer.notInList', /优秀、良好/],
]

test.each(faults)(
  '%s row %i, %s “%s”: the row is refused at its cell',
  async (sheet, row, title, value, code, message) => {
    const ledger = onlyWith(sheet)
    const cell = cellAt(ledger, sheet, row, title)
    cell.set(value)
    const { report } = await imported(ledger)
    expect(report.faults.find((fault) => fault.cell === cell.address)).toMatchObject({ sheet, column: title, code })
    expect(report.faults.find((fault) => fault.cell === cell.address)?.message).toMatch(message)
    const count = report.sheets.find((one) => one.sheet === sheet)!
    expect(count.refused).toBe(1)
    expect(count.added).toBe(count.read - 1)
  },
)

describe('a warning takes the row and says so:', () => {
  const warnings: Planted[] = [
    ['教师', 0, '任教学科', '机器人', 'people.unknownSubject', /机器人/],
    ['交流轮岗', 0, '姓名', '赵二', 'people.otherName', /赵一/],
    ['交流轮岗', 0, '流出学校', '元江中学', 'mobility.notOwnSchool', /春申小学/],
    ['交流轮岗', 0, '开始日期', '2023-08-20', 'transfer.outsideYear', /2023学年/],
    ['跨校带教', 0, '学员姓名', '孙二', 'people.otherName', /孙三/],
    ['跨校带教', 0, '学科', '机器人', 'transfer.unknownSubject', /机器人/],
    ['教研活动', 0, '日期', '2024-09-01', 'transfer.outsideYear', /2024-08-31/],
    ['场馆共享', 0, '日期', '2023-08-31', 'transfer.outsideYear', /2023-09-01/],
    ['工作室', 0, '学年', 2022, 'transfer.outsideYear', /2022/],
  ]
  test.each(warnings)('%s row %i, %s “%s”', async (sheet, row, title, value, code, message) => {
    const ledger = onlyWith(sheet)
    const cell = cellAt(ledger, sheet, row, title)
    cell.set(value)
    const { report } = await imported(ledger)
    expect(report.faults.filter(({ cell: at }) => at !== '')).toEqual([])
    expect(report.warnings).toContainEqual(
      expect.objectContaining({
        sheet,
        cell: cell.address,
        column: title,
        code,
        message: expect.stringMatching(message) as string,
      }),
    )
  })
})

test('one row may have several faults, one per cell; the rest comes in as if the row were not there', async () => {
  const ledger = smallLedger()
  for (const [title, value] of [
    ['学校', '西渡小学'],
    ['出生年月', '1986-00'],
    ['职称', '特级'],
  ] as const)
    cellAt(ledger, '教师', 7, title).set(value)
  const { report, facts } = await imported(ledger)
  expect(report.faults.map(({ cell, key }) => `${cell} ${key}`)).toEqual([
    '教师!D10 0008',
    '教师!E10 0008',
    '教师!H10 0008',
  ])
  expect(facts).toEqual({ ...plain, teachers: plain['teachers']!.filter((line) => !line.includes('"0008"')) })
})

test('good rows with bad rows among them give what the good rows alone give', async () => {
  const bad: Record<string, LedgerCell[]> = {
    教师: ['0099', '某某', '女', '1990-01', '无此学校'],
    交流轮岗: ['0099', '某某', '春申小学', '北桥小学', '走教', '2023-09-01', null, null, '已生效'],
    课程: ['K99', '坏课程', '小学', '春申小学', null, '不对'],
    教研活动: ['2023-13-01', '语文联合体', '某课', '合作教研', '春申小学'],
    场馆共享: ['2023-10-01', '某馆', '体育场馆', '春申小学', '北桥小学', -1],
  }
  const places = fc.array(fc.tuple(fc.constantFrom(...Object.keys(bad)), fc.nat(8)), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(places, async (planted) => {
      const ledger = smallLedger()
      const keys = new Set<string>()
      for (const [sheet, at] of planted) {
        ledger.get(sheet)!.rows.splice(at, 0, bad[sheet]!)
        keys.add(sheet)
      }
      const { report, facts } = await imported(ledger)
      expect(facts).toEqual(plain)
      expect(report.sheets.reduce((sum, { refused }) => sum + refused, 0)).toBe(planted.length)
    }),
    { numRuns: 12 },
  )
})

describe('the second time', () => {
  test('the same ledger changes nothing', async () => {
    const { report, facts } = await imported(smallLedger(), [smallLedger()])
    for (const { read, unchanged, added, updated, refused } of report.sheets)
      expect([unchanged, added, updated, refused]).toEqual([read, 0, 0, 0])
    expect(report).toMatchObject({ faults: [], warnings: [], changesTotal: 0 })
    expect(facts).toEqual(plain)
  })

  test('a changed cell is shown, old → new', async () => {
    const ledger = smallLedger()
    cellAt(ledger, '教师', 1, '职称').set('高级教师')
    cellAt(ledger, '教师', 1, '学校').set('北桥小')
    const { report } = await imported(ledger, [smallLedger()])
    const change = report.changes.find(({ sheet }) => sheet === '教师')
    expect(change).toMatchObject({ cell: '教师!E4', key: '0002', subject: '钱二' })
    expect(change?.fields).toEqual([
      { column: '学校', old: '春申小学', new: '北桥小学' },
      { column: '职称', old: '一级教师', new: '高级教师' },
    ])
  })

  test('rows that are gone from the file stay and are spoken of', async () => {
    const ledger = smallLedger()
    ledger.get('场馆共享')!.rows.pop()
    ledger.get('学校')!.rows.pop()
    const { report, facts } = await imported(ledger, [smallLedger()])
    expect(facts).toEqual(plain)
    expect(report.warnings.map(({ sheet, code }) => `${sheet} ${code}`)).toEqual([
      '学校 transfer.schoolsLeftOut',
      '学校 transfer.keptRows',
      '场馆共享 transfer.keptRows',
    ])
    expect(report.warnings[2]?.message).toBe('另有 1 行是以前导入的，这次没有收进来，仍计入。')
  })

  test('years may come in any order', async () => {
    const [first, second] = [smallLedger('甲学区', 2022), smallLedger('甲学区', 2023)]
    expect((await imported(first, [second])).facts).toEqual((await imported(second, [first])).facts)
  })
})

test('a missing sheet is told, the others come in, and what was on file stays', async () => {
  const ledger = smallLedger()
  ledger.delete('课程')
  const { report, facts } = await imported(ledger, [smallLedger()])
  expect(report.faults).toEqual([
    {
      sheet: '课程',
      cell: '',
      column: '',
      key: '',
      code: 'transfer.sheetMissing',
      message: '没有“课程”工作表，这部分数据保持原样。',
    },
  ])
  expect(facts).toEqual(plain)
})

test('a sheet of another year is left out, the others come in', async () => {
  const ledger = smallLedger()
  ledger.get('课程')!.above = [['甲学区2022学年课程情况表']]
  const { report, facts } = await imported(ledger)
  expect(report.faults).toMatchObject([{ sheet: '课程', cell: '课程!A1', code: 'transfer.otherYear' }])
  expect(facts).toEqual({ ...plain, courses: [] })
})

test('a sheet without a column that must be there is left out', async () => {
  const ledger = smallLedger()
  const sheet = ledger.get('课程')!
  ledger.set('课程', { ...sheet, header: sheet.header.slice(1), rows: sheet.rows.map((row) => row.slice(1)) })
  const { report } = await imported(ledger)
  expect(report.faults).toMatchObject([{ sheet: '课程', code: 'transfer.columnMissing' }])
  expect(report.faults[0]?.message).toContain('“课程编号”')
})

test('a number of rows that jumps against the year before is remarked on', async () => {
  const many = smallLedger('甲学区', 2022)
  const uses = many.get('场馆共享')!
  uses.rows = Array.from({ length: 40 }, (_, at) => [...uses.rows[0]!.slice(0, 5), at])
  const { report } = await imported(smallLedger(), [many])
  expect(report.warnings).toMatchObject([
    {
      sheet: '场馆共享',
      code: 'transfer.jump',
      message: '本学年 3 行，上一学年 40 行，相差三倍以上，请核对是否填全。',
    },
  ])
})
