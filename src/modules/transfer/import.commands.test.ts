import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { cellAt, smallLedger, writeLedger } from '../../../test/ledger-files.ts'
import { temporaryFolder } from '../../../test/workbook-files.ts'
import { runProgram } from '../../main/program.ts'
import type { ImportReport } from './import.contract.ts'

const folder = temporaryFolder()
let printed = ''
const good = () => folder.path('甲学区台账-2023学年.xlsx')
const partly = () => folder.path('甲学区台账-2022学年.xlsx')
const bad = () => folder.path('坏文件.xlsx')

beforeAll(async () => {
  vi.stubEnv('YANZHEN_DATA', folder.path('data'))
  vi.stubEnv('DATABASE_URL', '')
  await writeLedger(good(), smallLedger())
  const ledger = smallLedger('甲学区', 2022)
  cellAt(ledger, '教师', 2, '学校').set('不存在的学校')
  await writeLedger(partly(), ledger)
  await writeFile(bad(), '这不是表格')
})
afterAll(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})
beforeEach(() => {
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true))
})

const reports = () => (JSON.parse(printed) as { files: ImportReport[] }).files

test('a data folder that does not exist yet is made; a rehearsal writes nothing', async () => {
  expect(await runProgram(['import', good(), '--dry-run', '--json'])).toBe(0)
  expect(reports()[0]).toMatchObject({ file: '甲学区台账-2023学年.xlsx', cluster: '甲学区', year: 2023, faults: [] })
  printed = ''
  expect(await runProgram(['import', good(), '--json'])).toBe(0)
  expect(reports()[0]!.sheets[1]).toEqual({ sheet: '教师', read: 8, added: 8, updated: 0, unchanged: 0, refused: 0 })
})

test('each file is an import of its own: one that cannot be read does not stop the others', async () => {
  expect(await runProgram(['import', bad(), partly(), folder.path('没有.xlsx'), folder.path(''), '--json'])).toBe(3)
  const [first, second, third, fourth] = reports()
  expect(first).toMatchObject({ file: '坏文件.xlsx', cluster: '', year: null, sheets: [] })
  expect(first!.faults).toMatchObject([{ sheet: '', cell: '', code: expect.stringMatching(/^sheet\./) as string }])
  expect(second!.faults[0]).toMatchObject({ cell: '教师!E5', column: '学校', key: '0003' })
  expect(third!.faults[0]).toMatchObject({ code: 'transfer.noSuchFile' })
  expect(fourth!.faults[0]).toMatchObject({ code: 'transfer.noSuchFile' })
})

test('nothing taken is 1, a misspelt option is told with an example', async () => {
  expect(await runProgram(['import', bad()])).toBe(1)
  const complained = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(await runProgram(['import', good(), '--year', '23'])).toBe(1)
  expect(complained.mock.calls.flat().join()).toContain('--year 写得不对，应如 2023。')
})

test('without --json each fault is a line that begins with its cell', async () => {
  expect(await runProgram(['import', partly()])).toBe(3)
  expect(printed).toContain('教师!E5：学校“不存在的学校”不在名册中，最接近的是“')
  expect(printed).toContain('教师  读到 8 行，新增 0，更新 0，不变 7，退回 1')
})

test('whose ledger of which year may be said on the command line; a district that is not known is told', async () => {
  const ledger = new Map([...smallLedger()].map(([name, sheet]) => [name, { ...sheet, above: [[`${name}表`]] }]))
  const schools = ledger.get('学校')!
  schools.rows = schools.rows.map(([code, ...rest]) => [String(code).replace('310112', '213100'), ...rest])
  const path = await writeLedger(folder.path('台账.xlsx'), ledger)
  const importing = (...options: string[]) => {
    printed = ''
    return runProgram(['import', path, '--json', ...options])
  }
  expect(await importing()).toBe(1)
  expect(reports()[0]!.faults[0]!.code).toBe('transfer.whoseLedger')
  expect(await importing('--cluster', '乙学区')).toBe(1)
  expect(reports()[0]!.faults[0]!.code).toBe('transfer.whichYear')
  expect(await importing('--cluster', '乙学区', '--year', '2021')).toBe(1)
  expect(reports()[0]!.faults[0]!.code).toBe('transfer.whichDistrict')
  expect(await importing('--cluster', '乙学区', '--year', '2021', '--district', '310199')).toBe(1)
  expect(reports()[0]!.faults[0]!.code).toBe('transfer.unknownDistrict')
  expect(await importing('--cluster', '乙学区', '--year', '2021', '--district', '310104', '--dry-run')).toBe(0)
  expect(reports()[0]).toMatchObject({ cluster: '乙学区', year: 2021, faults: [] })
})
