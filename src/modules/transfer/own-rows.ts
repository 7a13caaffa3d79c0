import type { AnyLedgerSheet, Book, Findings } from '#platform/ledger.ts'
import type { RowFindings } from './row-findings.ts'

/** A school that a record counts for and that is not the one that hands in; undefined where all is its own. */
function otherSchool(book: Book, sheet: AnyLedgerSheet, record: object): number | undefined {
  if (book.ownSchool === undefined) return undefined
  return sheet.countsFor(record).find(({ schoolId }) => schoolId !== book.ownSchool)?.schoolId
}

/** Refuses a row of another school where a school hands in its own. */
export function tellForeign(book: Book, sheet: AnyLedgerSheet, record: object, findings: Findings): void {
  const other = otherSchool(book, sheet, record)
  if (other === undefined) return
  const name = book.school(other)?.name ?? '其他学校'
  findings.fault(sheet.home, 'transfer.otherSchool', `这一行是${name}的，本次只收本校的数据。`)
}

/** Refuses a row that would be written over one of another school. Returns whether it did. */
export function isOverForeign(book: Book, sheet: AnyLedgerSheet, old: object, findings: RowFindings): boolean {
  const other = otherSchool(book, sheet, old)
  if (other === undefined) return false
  const name = book.school(other)?.name ?? '其他学校'
  const what = sheet.key.join('、')
  findings.fault(
    sheet.home,
    'transfer.standsElsewhere',
    `${what}相同的一行已登记在${name}，不能由本校改写，请与学区办核对。`,
  )
  return true
}
