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

/** Entries of one column that is being written: what falls on the same row is added up. A column has few, so a list is quickest. */
export class Entries {
  readonly rows: number[] = []
  readonly values: number[] = []

  put(row: number | undefined, value: number): this {
    if (row === undefined) return this
    const at = this.rows.indexOf(row)
    if (at >= 0) this.values[at]! += value
    else (this.rows.push(row), this.values.push(value))
    return this
  }
}

/** Collects rows and columns; a column comes with its entries, so the rows it touches stand before it. */
export class MatrixWriter<R, C> {
  readonly rows: Row<R>[] = []
  readonly columns: Column<C>[] = []
  private readonly starts: number[] = [0]
  private size = 0
  private at = new Int32Array(2 ** 16)
  private values = new Float64Array(2 ** 16)
  offset = 0

  row(rule: R, lower: number, upper: number): number {
    return this.rows.push({ rule, lower, upper }) - 1
  }

  column(column: Column<C>, { rows, values }: Entries): number {
    while (this.size + rows.length > this.at.length) this.grow()
    for (let i = 0; i < rows.length; i++) {
      if (values[i] === 0) continue
      this.at[this.size] = rows[i]!
      this.values[this.size++] = values[i]!
    }
    this.starts.push(this.size)
    return this.columns.push(column) - 1
  }

  matrix(): Matrix<R, C> {
    const { rows, columns, offset, size } = this
    const starts = new Int32Array(this.starts)
    return { rows, columns, offset, starts, at: this.at.subarray(0, size), values: this.values.subarray(0, size) }
  }

  private grow(): void {
    const { at, values } = this
    this.at = new Int32Array(2 * at.length)
    this.values = new Float64Array(2 * values.length)
    this.at.set(at)
    this.values.set(values)
  }
}
