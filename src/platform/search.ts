import { sql, type RawBuilder } from 'kysely'

/**
 * Whether a row is what a person looks for: `q` stands in one of the texts, in the pinyin (with or without blanks) or in
 * the initials. Columns are given as 'table.column'.
 */
export function isSought(
  q: string,
  columns: { texts: readonly string[]; pinyin: string; initials: string },
): RawBuilder<boolean> {
  const needle = q.normalize('NFKC').toLowerCase().replace(/[\s']/g, '')
  const texts = columns.texts.map((column) => sql`strpos(lower(${sql.ref(column)}), ${needle}) > 0`)
  return sql<boolean>`(${sql.join(texts, sql` or `)}
    or strpos(replace(${sql.ref(columns.pinyin)}, ' ', ''), ${needle}) > 0
    or strpos(${sql.ref(columns.initials)}, ${needle}) > 0)`
}
