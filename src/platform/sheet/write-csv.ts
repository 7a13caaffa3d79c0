import { Readable } from 'node:stream'
import { withGuard } from './export-text.ts'
import type { CellValue, WrittenSheet } from './table.ts'

const CHUNK_CHARS = 65_536

/** Streams a CSV as Excel in China opens it rightly: UTF-8 with its mark, CRLF, no text that would run as a formula. */
export function writeCsv({ columns, rows }: Pick<WrittenSheet, 'columns' | 'rows'>): Readable {
  return Readable.from(
    pieces(
      columns.map(({ title }) => title),
      rows,
    ),
    { highWaterMark: 2 },
  )
}

async function* pieces(titles: readonly string[], rows: WrittenSheet['rows']): AsyncGenerator<Buffer> {
  let text = `\ufeff${line(titles)}`
  for await (const row of rows) {
    text += line(row)
    if (text.length < CHUNK_CHARS) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

const line = (row: readonly CellValue[]): string => `${row.map(field).join(',')}\r\n`

function field(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = withGuard(value)
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
