import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type FileChild,
} from 'docx'
import type { Table } from '#shared/block.ts'
import { cellInWords, columnShares, headInWords } from '#shared/block-words.ts'
import { exactly } from './docx-styles.ts'
import { CELL_PAD, PITCH, TEXT_WIDTH, twips } from './measures.ts'

/** Eighths of a point. */
const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** A 三线表 that Word knows as a table: its head comes again on every page, and no row is cut in two. */
export function wordTable(table: Table): FileChild[] {
  const widths = columnShares(table).map((share) => Math.floor(share * twips(TEXT_WIDTH)))
  const cells = (texts: readonly string[], border: object) =>
    texts.map((text, index) => cell(text, { isRight: isNumeric(table, index), width: widths[index]!, border }))
  const last = table.rows.length - 1
  const body = table.rows.map((row, index) => {
    const texts = table.columns.map((column, at) => cellInWords(row[at], column))
    return new TableRow({ cantSplit: true, children: cells(texts, index === last ? { bottom: thick } : {}) })
  })
  const heads = cells(table.columns.map(headInWords), { top: thick, bottom: thin })
  return [
    new WordTable({
      layout: TableLayoutType.FIXED,
      columnWidths: widths,
      width: { size: twips(TEXT_WIDTH), type: WidthType.DXA },
      borders: { top: thick, bottom: thick, left: none, right: none, insideHorizontal: none, insideVertical: none },
      rows: [new TableRow({ tableHeader: true, cantSplit: true, children: heads }), ...body],
    }),
    ...(table.note ? [new Paragraph({ style: 'GwCell', children: [new TextRun(table.note)] })] : []),
    new Paragraph({ style: 'GwCell', spacing: exactly(PITCH / 2) }),
  ]
}

const isNumeric = ({ columns }: Table, index: number) => columns[index]?.decimals !== undefined

function cell(text: string, { isRight, width, border }: { isRight: boolean; width: number; border: object }) {
  const alignment = isRight ? AlignmentType.RIGHT : AlignmentType.LEFT
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    width: { size: width, type: WidthType.DXA },
    margins: { top: twips(CELL_PAD), bottom: twips(CELL_PAD), left: 80, right: 80 },
    borders: { left: none, right: none, top: none, bottom: none, ...border },
    children: [new Paragraph({ style: 'GwCell', alignment, children: [new TextRun(text)] })],
  })
}
