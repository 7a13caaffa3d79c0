/** What a row of the model holds plans to; the words for it are in the pages. */
export interface Row<R> {
  rule: R
  lower: number
  upper: number
}

export interface Column<C> {
  means: C
  cost: number
  lower: number
  upper: number
  whole: boolean
}

/** A model as the solver takes it: columns by rows, sparse, everything in whole numbers. */
export interface Matrix<R, C> {
  rows: readonly Row<R>[]
  columns: readonly Column<C>[]
  /** Where each column's entries begin, one more than there are columns. */
  starts: Int32Array
  /** The row of each entry. */
  at: Int32Array
  values: Float64Array
  /** Cost of the plan in which nothing happens. */
  offset: number
}

/** Entries of one column that is being written: what falls on the same row is added up. */
export type Entries = Map<number, number>

export const put = (entries: Entries, row: number | undefined, value: number): void => {
  if (row !== undefined) entries.set(row, (entries.get(row) ?? 0) + value)
}

/** Collects rows and columns; a column comes with its entries, so the rows it touches stand before it. */
export class MatrixWriter<R, C> {
  readonly rows: Row<R>[] = []
  readonly columns: Column<C>[] = []
  private readonly starts: number[] = [0]
  private readonly at: number[] = []
  private readonly values: number[] = []
  offset = 0

  row(rule: R, lower: number, upper: number): number {
    return this.rows.push({ rule, lower, upper }) - 1
  }

  column(column: Column<C>, entries: Entries): number {
    for (const [row, value] of entries) if (value !== 0) (this.at.push(row), this.values.push(value))
    this.starts.push(this.at.length)
    return this.columns.push(column) - 1
  }

  matrix(): Matrix<R, C> {
    const { rows, columns, offset } = this
    const starts = Int32Array.from(this.starts)
    return { rows, columns, offset, starts, at: Int32Array.from(this.at), values: Float64Array.from(this.values) }
  }
}
