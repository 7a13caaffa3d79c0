import type { AnyLedgerSheet } from '#platform/ledger.ts'
import type { OpenBook } from './book.ts'
import type { SheetCount } from './import.contract.ts'
import { aboutSheet, type Report } from './report.ts'

/** Below so many rows a threefold change means nothing. */
const FEW = 20

/** What the number of a sheet's rows is worth saying: rows that stay on file, a jump against the year before. */
export async function remarkOnSize(
  book: OpenBook,
  sheet: AnyLedgerSheet,
  count: SheetCount,
  report: Report,
): Promise<void> {
  const now = await sheet.count(book, book.schoolYear)
  const kept = now - count.added - count.updated - count.unchanged
  if (kept > 0)
    report.warn(aboutSheet(sheet.name, 'transfer.keptRows', `另有 ${kept} 行是以前导入的，这次没有收进来，仍计入。`))
  const before = await sheet.count(book, book.schoolYear - 1)
  if (isJump(before, now))
    report.warn(
      aboutSheet(
        sheet.name,
        'transfer.jump',
        `本学年 ${now} 行，上一学年 ${before} 行，相差三倍以上，请核对是否填全。`,
      ),
    )
}

const isJump = (before: number, now: number): boolean =>
  before > 0 && now > 0 && Math.max(before, now) >= FEW && (now > before * 3 || before > now * 3)

/** Schools that were members before and that the 学校 sheet leaves out. */
export function remarkOnSchools(book: OpenBook, report: Report): void {
  const silent = book.silentSchools().map(({ name }) => `“${name}”`)
  if (silent.length === 0) return
  const some = silent.slice(0, 5).join('、') + (silent.length > 5 ? `等 ${silent.length} 所` : '')
  report.warn(
    aboutSheet('学校', 'transfer.schoolsLeftOut', `以前的成员校${some}不在这张表里，仍按成员校计入，请核对。`),
  )
}
