import type { AnyLedgerSheet, Cells } from '#platform/ledger.ts'

type Sheet = Pick<AnyLedgerSheet, 'key' | 'columns' | 'compare' | 'written'>

/** A column that a file does not have, and the field of a record in which its cell stands. */
export interface AbsentColumn {
  title: string
  field: string
}

/** The columns of a sheet that are kept on file and that this file does not have. */
export function absentColumns(sheet: Sheet, columns: ReadonlyMap<string, number>): AbsentColumn[] {
  const fields = new Map(Object.entries(sheet.compare).map(([field, title]) => [title, field]))
  return sheet.columns.flatMap(({ title }) => {
    const field = sheet.written?.[title] ?? fields.get(title)
    return field === undefined || columns.has(title) ? [] : [{ title, field }]
  })
}

/** The cells of a row with what is on file in the columns that the file does not have. */
export const withKept = (cells: Cells, absent: readonly AbsentColumn[], old: object): Cells => ({
  ...cells,
  ...Object.fromEntries(absent.map(({ title, field }) => [title, (old as Cells)[field] ?? null])),
})

/** What becomes of columns that are not there: a row without a key is a fact of its own, and nothing on file is its. */
export function absentWords({ key }: Sheet, absent: readonly AbsentColumn[]): string {
  const names = absent.map(({ title }) => `“${title}”`).join('、')
  const those = absent.length === 1 ? `没有${names}一列，这一项` : `没有${names}这几列，这些项`
  return key.length > 0 ? `${those}保持原样。` : `${those}为空。`
}
