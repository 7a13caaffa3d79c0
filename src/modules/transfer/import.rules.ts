import type { Import, ImportReport } from './import.contract.ts'

/** Rows that came in or stand on file as the ledger says. */
export const takenRows = ({ sheets }: Pick<ImportReport, 'sheets'>): number =>
  sheets.reduce((sum, { added, updated, unchanged }) => sum + added + updated + unchanged, 0)

/** Something is wrong and no row could be taken. An empty ledger without a fault is taken: it says that there is nothing. */
export const isNothing = (report: ImportReport): boolean => report.faultsTotal > 0 && takenRows(report) === 0

/** What may be done with an import where it stands. */
export function stepsOpen(status: Import['status'], report: ImportReport | null): Import['can'] {
  if (status !== 'checked') return []
  return report && !isNothing(report) ? ['take', 'discard'] : ['discard']
}

/** Of several reports together: 0 every row taken, 3 some refused, 1 nothing taken. */
export function exitCode(reports: readonly ImportReport[]): 0 | 1 | 3 {
  if (reports.every(({ faultsTotal }) => faultsTotal === 0)) return 0
  return reports.every(isNothing) ? 1 : 3
}
