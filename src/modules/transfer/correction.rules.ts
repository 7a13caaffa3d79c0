import type { RefusedRow, RowFault } from './correction.contract.ts'

/** Faults of a row against the other rows of its file, which are not at hand when only the refused ones are read again. */
const againstOthers: Record<string, (key: readonly string[], column: string) => readonly string[]> = {
  'transfer.repeatedKey': (key) => key,
  'organizations.sameName': (_, column) => [column],
}

/** The faults that stand because nothing of what they speak of was changed. */
export const standingFaults = (
  faults: readonly RowFault[],
  edits: Readonly<Record<string, string>>,
  key: readonly string[],
): RowFault[] =>
  faults.filter(({ code, column }) => {
    const spokenOf = againstOthers[code]?.(key, column)
    return spokenOf !== undefined && spokenOf.every((title) => edits[title] === undefined)
  })

/** Whether a column tells whose row it is: part of the key, or a name that each row has. No row of a sheet without a key is anybody's. */
export const tellsWhose = (
  { title, kind, required }: { title: string; kind: string; required?: boolean },
  key: readonly string[],
): boolean => key.length > 0 && (key.includes(title) || (required === true && (kind === 'name' || kind === 'label')))

/** What stands in a cell now: what was typed, else what the file says. */
export const valueOf = ({ cells, edits }: Pick<RefusedRow, 'cells' | 'edits'>, column: string): string =>
  edits[column] ?? cells[column] ?? ''

/** A cell as a person should see it: wrong; changed since it was found wrong; changed; as in the file. */
export type CellState = 'wrong' | 'mended' | 'changed' | 'plain'

export function stateOf(row: Pick<RefusedRow, 'cells' | 'edits' | 'faults'>, column: string): CellState {
  const fault = row.faults.find((one) => one.column === column)
  if (fault) return valueOf(row, column) === fault.value ? 'wrong' : 'mended'
  return row.edits[column] === undefined ? 'plain' : 'changed'
}

/** Whether the row may be right now: nothing is wrong with it, or every cell that was wrong has been changed. */
export const mayBeRight = (row: RefusedRow): boolean =>
  !row.dropped && row.faults.every(({ column }) => stateOf(row, column) === 'mended')

/** Other rows with the same writing and the same kind of fault in a column: one correction may do for all of them. */
export function sameFaults(rows: readonly RefusedRow[], row: RefusedRow, column: string): RefusedRow[] {
  const fault = row.faults.find((one) => one.column === column)
  if (!fault) return []
  return rows.filter(
    (other) =>
      other.id !== row.id &&
      !other.dropped &&
      stateOf(other, column) === 'wrong' &&
      other.faults.some(
        (one) => one.column === column && one.code === fault.code && one.value === fault.value && one.value !== '',
      ),
  )
}
