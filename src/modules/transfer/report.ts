import type { ColumnMatch } from './mapping.rules.ts'
import type { Change, Finding, ImportReport, SheetCount } from './import.contract.ts'

/** How many of each kind a report keeps; the totals say how many there were. */
const KEPT = { findings: 2000, changes: 500 }

/** What reading one file gave, gathered while it is read. */
export class Report {
  readonly #file: string
  readonly #sheets: SheetCount[] = []
  readonly #faults: Finding[] = []
  readonly #warnings: Finding[] = []
  readonly #changes: Change[] = []
  readonly matches: ColumnMatch[] = []
  notKept = 0
  #totals = { faults: 0, warnings: 0, changes: 0 }
  cluster = ''
  year: number | null = null

  constructor(file: string) {
    this.#file = file
  }

  /** Begins a sheet; the counts returned are the report's own, to be added to. */
  sheet(name: string): SheetCount {
    const count = { sheet: name, read: 0, added: 0, updated: 0, unchanged: 0, refused: 0 }
    this.#sheets.push(count)
    return count
  }

  fault(finding: Finding): void {
    this.#totals.faults++
    if (this.#faults.length < KEPT.findings) this.#faults.push(finding)
  }

  warn(finding: Finding): void {
    this.#totals.warnings++
    if (this.#warnings.length < KEPT.findings) this.#warnings.push(finding)
  }

  change(change: Change): void {
    this.#totals.changes++
    if (this.#changes.length < KEPT.changes) this.#changes.push(change)
  }

  done(): ImportReport {
    return {
      file: this.#file,
      cluster: this.cluster,
      year: this.year,
      sheets: this.#sheets,
      warnings: this.#warnings,
      faults: this.#faults,
      changes: this.#changes,
      changesTotal: this.#totals.changes,
      faultsTotal: this.#totals.faults,
      warningsTotal: this.#totals.warnings,
      matches: this.matches,
      notKept: this.notKept,
    }
  }
}

/** A finding about a whole sheet or file. */
export const aboutSheet = (sheet: string, code: string, message: string, cell = ''): Finding => ({
  sheet,
  cell,
  column: '',
  key: '',
  code,
  message,
})
