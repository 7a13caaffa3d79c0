import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'

/** One school's part of the register in the sample's ledger of 2023, and one row of another school. */
export interface SchoolLedger {
  path: string
  school: string
  newcomer: string
  other: string
}

export async function schoolLedger(): Promise<SchoolLedger> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(join(import.meta.dirname, '../sample/颛桥镇学区台账-2023学年.xlsx'))
  for (const { name, id } of [...book.worksheets]) if (name !== '教师') book.removeWorksheet(id)
  const sheet = book.getWorksheet('教师')!
  const column = (title: string) => (sheet.getRow(2).values as string[]).indexOf(title)
  const lines = Array.from(
    { length: sheet.rowCount - 2 },
    (_, at) => sheet.getRow(at + 3).values as ExcelJS.CellValue[],
  )
  const rows = lines.filter((row) => row[column('学校')])
  const schoolOf = (row: ExcelJS.CellValue[]) => String(row[column('学校')])
  const school = schoolOf(rows[0]!)
  const own = rows.filter((row) => schoolOf(row) === school)
  const stranger = rows.find((row) => schoolOf(row) !== school)!
  const added = [...own[0]!]
  const newcomer = '林新老师'
  added[column('工号')] = 'N900001'
  added[column('姓名')] = newcomer
  const kept = [...own, added, stranger]
  sheet.spliceRows(3, lines.length)
  for (const [at, row] of kept.entries()) sheet.getRow(3 + at).values = row
  const path = join(mkdtempSync(join(tmpdir(), 'yanzhen-own-')), '本校台账-2023学年.xlsx')
  await book.xlsx.writeFile(path)
  return { path, school, newcomer, other: schoolOf(stranger) }
}
