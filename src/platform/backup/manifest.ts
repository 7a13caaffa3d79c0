import { z } from 'zod'

/** What lies where in the archive, and by what it is recognised again. */
export const manifestName = 'manifest.json'
export const tableEntry = (table: string) => `tables/${table}.jsonl`
export const fileEntry = (path: string) => `files/${path}`

export const manifestSchema = z.object({
  product: z.literal('yanzhen'),
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  engine: z.string(),
  /** What the database's schema was made of, in the order of application. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** A table's rows are lines, each a JSON array of the columns' values as PostgreSQL writes them, or null. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number(), sha256: z.string() })),
  /** The last value that a sequence gave, and whether it has given any. */
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  /** What else lies in the data folder, by path below it. */
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
})

export type Manifest = z.infer<typeof manifestSchema>
