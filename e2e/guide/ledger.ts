import ExcelJS from 'exceljs'
import { schoolLedger, type SchoolLedger } from '../school-ledger.ts'

/** One school's part of the register with a new teacher, a changed title and three faults; a column may go by another name. */
export async function guideLedger(renamed: Record<string, string> = {}): Promise<SchoolLedger> {
  const ledger = await schoolLedger()
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(ledger.path)
  const sheet = book.getWorksheet('教师')!
  const titles = sheet.getRow(2).values as string[]
  const cell = (row: number, title: string) => sheet.getRow(row).getCell(titles.indexOf(title))
  cell(4, '职称').value = '正高级教师'
  cell(5, '职称').value = '高级'
  cell(6, '职称').value = '高级'
  cell(7, '姓名').value = null
  for (const [title, other] of Object.entries(renamed)) cell(2, title).value = other
  await book.xlsx.writeFile(ledger.path)
  return ledger
}
