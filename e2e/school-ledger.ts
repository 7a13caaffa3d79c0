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
  const added = own[0]!.slice()
  const newcomer = '林新老师'
  added[column('工号')] = 'N900001'
  added[column('姓名')] = newcomer
  const part = new ExcelJS.Workbook()
  const written = part.addWorksheet('教师')
  for (const row of [sheet.getRow(1).values, sheet.getRow(2).values, ...own, added, stranger])
    written.addRow((row as ExcelJS.CellValue[]).slice(1))
  const path = join(mkdtempSync(join(tmpdir(), 'yanzhen-own-')), '本校台账-2023学年.xlsx')
  await part.xlsx.writeFile(path)
  return { path, school, newcomer, other: schoolOf(stranger) }
}
