import type { Finding, Import, ImportReport, SheetCount } from './import.contract.ts'

/** Rows that came in or stand on file as the ledger says. */
export const takenRows = ({ sheets }: Pick<ImportReport, 'sheets'>): number =>
  sheets.reduce((sum, { added, updated, unchanged }) => sum + added + updated + unchanged, 0)

/** Something is wrong and no row could be taken. An empty ledger without a fault is taken: it says that there is nothing. */
export const isNothing = (report: ImportReport): boolean => report.faultsTotal > 0 && takenRows(report) === 0

/** A sheet that is not there is told with the faults, and nothing in it is to be mended: to a person it is a remark. */
export function remarksApart(
  report: ImportReport,
): Pick<ImportReport, 'faults' | 'faultsTotal' | 'warnings' | 'warningsTotal'> {
  const isAbsent = ({ code }: Finding) => code === 'transfer.sheetMissing'
  const absent = report.faults.filter(isAbsent)
  return {
    faults: report.faults.filter((fault) => !isAbsent(fault)),
    faultsTotal: report.faultsTotal - absent.length,
    warnings: [...report.warnings, ...absent],
    warningsTotal: report.warningsTotal + absent.length,
  }
}

/** What may be done with an import where it stands; one that a school handed in is also judged. */
export function stepsOpen(status: Import['status'], report: ImportReport | null, isHandIn: boolean): Import['can'] {
  if (status === 'taken') return isHandIn ? ['undo', 'judge'] : ['undo']
  if (status !== 'checked') return []
  return report && !isNothing(report) ? ['take', 'discard'] : ['discard']
}

/**
 * The report of a taken file after some of its refused rows were read again (`again`): what is wrong with them now stands
 * in the place of what was; taken, they count as brought in.
 */
export function mergedReport(
  report: ImportReport,
  again: ImportReport,
  rows: readonly { sheet: string; row: number; faults: readonly unknown[] }[],
  { isTaken }: { isTaken: boolean },
): ImportReport {
  const read = new Set(rows.map(({ sheet, row }) => `${sheet} ${row}`))
  const rowOf = ({ sheet, cell }: Finding) => `${sheet} ${/\d+$/.exec(cell)?.[0] ?? ''}`
  const before = rows.reduce((sum, { faults }) => sum + faults.length, 0)
  const faults = [...report.faults.filter((fault) => !read.has(rowOf(fault))), ...again.faults].slice(0, 2000)
  const faultsTotal = Math.max(faults.length, report.faultsTotal - before + again.faultsTotal)
  if (!isTaken) return { ...report, faults, faultsTotal }
  return {
    ...report,
    sheets: report.sheets.map((count) =>
      withTaken(
        count,
        again.sheets.find(({ sheet }) => sheet === count.sheet),
      ),
    ),
    faults,
    faultsTotal,
    warnings: [...report.warnings, ...again.warnings].slice(0, 2000),
    warningsTotal: report.warningsTotal + again.warningsTotal,
    changes: [...report.changes, ...again.changes].slice(0, 500),
    changesTotal: report.changesTotal + again.changesTotal,
  }
}

function withTaken(count: SheetCount, more: SheetCount | undefined): SheetCount {
  if (!more) return count
  const { added, updated, unchanged } = more
  return {
    ...count,
    added: count.added + added,
    updated: count.updated + updated,
    unchanged: count.unchanged + unchanged,
    refused: Math.max(0, count.refused - added - updated - unchanged),
  }
}

/** Of several reports together: 0 every row taken, 3 some refused, 1 nothing taken. */
export function exitCode(reports: readonly ImportReport[]): 0 | 1 | 3 {
  if (reports.every(({ faultsTotal }) => faultsTotal === 0)) return 0
  return reports.every(isNothing) ? 1 : 3
}
