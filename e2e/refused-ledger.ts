import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'

const name = '颛桥镇学区台账-2021学年.xlsx'

/** What is wrong in the rows that are added, one after the other. */
export const wrongs = { 职称: '高级', 学校: '不存在的学校', 姓名: '' } as const

/** The sample's ledger of 2021 (other journeys read later years) with teachers added, each with one fault; one of its columns may go by another name. */
export async function refusedLedger(rows: number, renamed: Record<string, string> = {}): Promise<string> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(join(import.meta.dirname, '../sample', name))
  const sheet = book.getWorksheet('教师')!
  const titles = sheet.getRow(2).values as string[]
  const faults = Object.entries(wrongs)
  const last = sheet.rowCount
  for (let n = 0; n < rows; n++) {
    const [title, wrong] = faults[n % faults.length]!
    const cells = (sheet.getRow(5 + (n % 100)).values as ExcelJS.CellValue[]).slice()
    cells[titles.indexOf('工号')] = `X${String(100_000 + n)}`
    cells[titles.indexOf('姓名')] = `新老师${n}`
    cells[titles.indexOf(title)] = wrong
    sheet.getRow(last + 1 + n).values = cells
  }
  for (const [title, other] of Object.entries(renamed)) sheet.getRow(2).getCell(titles.indexOf(title)).value = other
  const path = join(mkdtempSync(join(tmpdir(), 'yanzhen-refused-')), name)
  await book.xlsx.writeFile(path)
  return path
}
