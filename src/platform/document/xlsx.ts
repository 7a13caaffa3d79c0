import type { Document, Table } from '#shared/block.ts'
import { cellInWords, headInWords } from '#shared/block-words.ts'
import { dayInWords } from '#shared/day.ts'
import type { CellValue, WrittenColumn, WrittenSheet } from '../sheet/table.ts'
import { workbookBuffer } from '../sheet/write.ts'

/** The tables of a document as a workbook to calculate with: one sheet a table, and one that says what they are. */
export function writeXlsx(document: Document): Promise<Buffer> {
  const tables = document.blocks.filter((block) => block.kind === 'table')
  return workbookBuffer([aboutSheet(document), ...tables.map(sheetOf)])
}

function aboutSheet({ title, marks, number, signature, day, contact, about }: Document): WrittenSheet {
  const lines: [string, string][] = [
    ['文件', [title, ...marks].join('')],
    ['文号', number],
    ['落款', signature],
    ['日期', dayInWords(day)],
    ['联系', contact],
    ...about.map(({ name, text }): [string, string] => [name, text]),
  ]
  return {
    name: '说明',
    columns: [
      { title: '项目', width: 16 },
      { title: '内容', width: 90, wraps: true },
    ],
    rows: lines.filter(([, text]) => text !== ''),
  }
}

function sheetOf(table: Table): WrittenSheet {
  return {
    name: table.title,
    title: table.title,
    columns: table.columns.map((column): WrittenColumn => {
      const { decimals } = column
      return { title: headInWords(column), ...(decimals !== undefined && { decimals: decimals as 0 | 1 | 2 }) }
    }),
    rows: table.rows.map((row) => cellsOf(table, row)),
    ...(table.note && { note: table.note }),
  }
}

/** Numbers stay numbers; what is not known is — as in the other files, never 0. */
const cellsOf = ({ columns }: Table, row: Table['rows'][number]): CellValue[] =>
  columns.map((column, index) => row[index] ?? cellInWords(null, column))
