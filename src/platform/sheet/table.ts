export type CellValue = string | number | boolean | null | undefined

export interface WrittenColumn {
  title: string
  /** 'day': 'YYYY-MM-DD' becomes a real date. Any other value is written as what it is, number or text. */
  kind?: 'text' | 'number' | 'day'
  /** Numbers are shown with so many decimals and their thousands apart. */
  decimals?: 0 | 1 | 2
  /** In characters of Latin text; by default as wide as the title and the first rows need. */
  width?: number
  /** Long texts go on in a next line of their cell. */
  wraps?: true
}

export interface WrittenSheet {
  name: string
  /** A first row across all columns. */
  title?: string
  columns: readonly WrittenColumn[]
  /** Under the rows, across all columns: no row of the table. */
  note?: string
  /** Values in the order of the columns; read once, as the file is sent. */
  rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>
}
