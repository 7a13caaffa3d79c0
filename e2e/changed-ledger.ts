import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'

const name = '颛桥镇学区台账-2023学年.xlsx'

export interface ChangedLedger {
  path: string
  /** Whom it brings in, and the school. */
  newcomer: { staffNo: string; name: string; school: string }
  /** Whose title it changes, from what to what. */
  promoted: { name: string; from: string; to: string }
  /** The cell that names a school which is not there. */
  faulty: { cell: string; school: string }
}

/** The sample's ledger of 2023 as an office might hand it in again: one teacher more, one title changed, one fault. */
export async function changedLedger(): Promise<ChangedLedger> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(join(import.meta.dirname, '../sample', name))
  const sheet = book.getWorksheet('教师')!
  const column = (title: string) => (sheet.getRow(2).values as string[]).indexOf(title)
  const cell = (row: number, title: string) => sheet.getRow(row).getCell(column(title))

  const promoted = { name: cell(5, '姓名').text, from: cell(5, '职称').text, to: '正高级教师' }
  cell(5, '职称').value = promoted.to
  const faulty = { cell: `教师!${cell(6, '学校').address}`, school: '不存在的学校' }
  cell(6, '学校').value = faulty.school

  const sums = sheet.rowCount
  const colleague = smallestSchoolsRow((row) => cell(row, '学校').text, 7, sums)
  const newcomer = { staffNo: '099900001', name: '周新来', school: cell(colleague, '学校').text }
  sheet.getRow(sums).values = sheet.getRow(colleague).values as ExcelJS.CellValue[]
  cell(sums, '工号').value = newcomer.staffNo
  cell(sums, '姓名').value = newcomer.name

  const path = join(mkdtempSync(join(tmpdir(), 'yanzhen-ledger-')), name)
  await book.xlsx.writeFile(path)
  return { path, newcomer, promoted, faulty }
}

/** A row of the school with the fewest: its list stands on one page. */
function smallestSchoolsRow(schoolOf: (row: number) => string, from: number, to: number): number {
  const rows = Array.from({ length: to - from }, (_, at) => from + at)
  const sizes = new Map<string, number>()
  for (const row of rows) sizes.set(schoolOf(row), (sizes.get(schoolOf(row)) ?? 0) + 1)
  return rows.reduce((least, row) => (sizes.get(schoolOf(row))! < sizes.get(schoolOf(least))! ? row : least))
}
