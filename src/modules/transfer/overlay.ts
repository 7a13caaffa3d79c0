import type { SheetCell, SheetRow } from '#platform/sheet/workbook.ts'

/** What a person has made of a row that was refused. */
export interface Correction {
  sheet: string
  row: number
  edits: Record<string, string>
  dropped: boolean
}

/** Corrections laid over the rows of a file, sheet by sheet: the file itself stays as it is. */
export class Overlay {
  readonly #bySheet = new Map<string, Map<number, Correction>>()

  constructor(corrections: readonly Correction[]) {
    for (const one of corrections) {
      const rows = this.#bySheet.get(one.sheet) ?? new Map<number, Correction>()
      this.#bySheet.set(one.sheet, rows.set(one.row, one))
    }
  }

  of(sheet: string, row: number): Correction | undefined {
    return this.#bySheet.get(sheet)?.get(row)
  }
}

/** The row with what was typed in place of what the file says. */
export function corrected(
  written: SheetRow,
  edits: Correction['edits'],
  columns: ReadonlyMap<string, number>,
): SheetRow {
  const cells = new Map(written.cells.map((cell) => [cell.column, cell]))
  for (const [title, text] of Object.entries(edits)) {
    const column = columns.get(title)
    if (column !== undefined) cells.set(column, typed(column, text))
  }
  return { ...written, cells: [...cells.values()].sort((a, b) => a.column - b.column) }
}

const typed = (column: number, text: string): SheetCell => ({
  column,
  kind: 'text',
  text,
  number: undefined,
  flag: undefined,
})
