/** What a document is made of: the same blocks become .docx, PDF and .xlsx. All text is plain Chinese, never markup. */
export type Block = Heading | Paragraph | Table | Chart

export interface Heading {
  kind: 'heading'
  /** 1: 一、 2: （一） 3: 1. The number is the writer's, in the form of GB/T 9704. */
  level: 1 | 2 | 3
  text: string
}

export interface Paragraph {
  kind: 'paragraph'
  text: string
  /** Words that the office may change before the document goes out stand under a key of their own. */
  key?: string
}

export interface Table {
  kind: 'table'
  title: string
  columns: readonly { title: string; numeric?: boolean }[]
  /** As they are read: '1,308', '21.51', '—'. */
  rows: readonly (readonly string[])[]
  /** Under the table: source, day, rule version. */
  note?: string
}

export interface Chart {
  kind: 'chart'
  /** The point of it, as a sentence. */
  title: string
  shape: 'line' | 'bar'
  unit: string
  categories: readonly string[]
  series: readonly { name: string; values: readonly (number | null)[] }[]
}
