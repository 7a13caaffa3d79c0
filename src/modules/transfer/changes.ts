import type { AnyLedgerSheet, Book } from '#platform/ledger.ts'

export interface ChangedField {
  column: string
  old: string
  new: string
}

/** The fields in which a record differs from what is on file, in the words of the ledger; none: it is unchanged. */
export function changedFields(book: Book, sheet: AnyLedgerSheet, old: object, record: object): ChangedField[] {
  const [before, after] = [old, record] as Record<string, unknown>[]
  return Object.entries(sheet.compare)
    .filter(([field]) => JSON.stringify(before![field] ?? null) !== JSON.stringify(after![field] ?? null))
    .map(([field, column]) => ({
      column: column!,
      old: inWords(book, column!, before![field]),
      new: inWords(book, column!, after![field]),
    }))
}

/** A value as the ledger writes it: schools by name, lists with ；, months without a day. */
function inWords(book: Book, column: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((one) => inWords(book, column, one)).join('；')
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number' && column.endsWith('学校')) return book.school(value)?.name ?? '本学区以外的学校'
  return String(value)
}
