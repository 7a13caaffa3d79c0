import { z } from 'zod'

/** What a document is made of: the same blocks become .docx, PDF, .xlsx and the page on screen. All text is plain Chinese, never markup. */
export const Heading = z.object({
  kind: z.literal('heading'),
  /** 1: 一、 2: （一） 3: 1. The number is the writer's, in the form of GB/T 9704. */
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  text: z.string(),
})
export type Heading = z.infer<typeof Heading>

export const Paragraph = z.object({
  kind: z.literal('paragraph'),
  text: z.string(),
  /** Words that the office may change before the document goes out stand under a key of their own. */
  key: z.string().exactOptional(),
})
export type Paragraph = z.infer<typeof Paragraph>

export const TableColumn = z.object({
  title: z.string(),
  /** Numbers stand right-aligned under their unit, with so many decimals; a column without it holds words. */
  decimals: z.number().exactOptional(),
  /** 人, %: stands in the head. */
  unit: z.string().exactOptional(),
})
export type TableColumn = z.infer<typeof TableColumn>

export const Table = z.object({
  kind: z.literal('table'),
  title: z.string(),
  columns: z.array(TableColumn),
  /** A row begins with the cell that names it. null: nothing is known, shown as —. */
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  /** Under the table: where it comes from, what is left out. */
  note: z.string().exactOptional(),
})
export type Table = z.infer<typeof Table>
export type Cell = Table['rows'][number][number]

export const Chart = z.object({
  kind: z.literal('chart'),
  /** The point of it, as a sentence. */
  title: z.string(),
  shape: z.enum(['line', 'bar']),
  unit: z.string(),
  decimals: z.number(),
  categories: z.array(z.string()),
  series: z.array(z.object({ name: z.string(), values: z.array(z.number().nullable()) })),
})
export type Chart = z.infer<typeof Chart>

export const Block = z.discriminatedUnion('kind', [Heading, Paragraph, Table, Chart])
export type Block = z.infer<typeof Block>

/** A document as it goes out: its writers know nothing but this. */
export const Document = z.object({
  title: z.string(),
  /** Under the title: what stands in the way of taking it for more than it is (草稿), which document it corrects. */
  marks: z.array(z.string()),
  /** 颛学办〔2026〕3号; '' where it has none. */
  number: z.string(),
  blocks: z.array(Block),
  /** Who signs, and the day: '' in a draft that has none yet. */
  signature: z.string(),
  /** 'YYYY-MM-DD' */
  day: z.string(),
  /** Whom to ask, under the signature. */
  contact: z.string(),
  /** How the figures came about: their day, the rules by which they were counted. In the workbook a sheet of its own. */
  about: z.array(z.object({ name: z.string(), text: z.string() })),
})
export type Document = z.infer<typeof Document>
