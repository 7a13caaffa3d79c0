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
import { cellInWords, columnShares, headLines } from '#shared/block-words.ts'
import { exactly } from './docx-styles.ts'
import { CELL_PAD, KEPT_ROWS, PITCH, TEXT_WIDTH, twips } from './measures.ts'

/** Eighths of a point. */
const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** A 三线表 that Word knows as a table: its head comes again on every page, and no row is cut in two. */
export function wordTable(table: Table): FileChild[] {
  const shares = columnShares(table)
  const widths = shares.map((share) => Math.floor(share * twips(TEXT_WIDTH)))
  const last = table.rows.length - 1
  const kept = table.rows.length <= KEPT_ROWS
  const cells = (texts: readonly (readonly string[])[], border: object, keepNext: boolean) =>
    texts.map((lines, index) => {
      const isRight = table.columns[index]?.decimals !== undefined
      return cell(lines, { isRight, width: widths[index]!, border, keepNext })
    })
  const body = table.rows.map((row, index) => {
    const texts = table.columns.map((column, at) => [cellInWords(row[at], column)])
    const keepNext = kept && (index < last || table.note !== undefined)
    return new TableRow({ cantSplit: true, children: cells(texts, index === last ? { bottom: thick } : {}, keepNext) })
  })
  const titles = table.columns.map((column, index) => headLines(column, shares[index]!))
  const heads = cells(titles, { top: thick, bottom: thin }, true)
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

interface Cell {
  isRight: boolean
  width: number
  border: object
  keepNext: boolean
}

function cell(lines: readonly string[], { isRight, width, border, keepNext }: Cell) {
  const alignment = isRight ? AlignmentType.RIGHT : AlignmentType.LEFT
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    width: { size: width, type: WidthType.DXA },
    margins: { top: twips(CELL_PAD), bottom: twips(CELL_PAD), left: 80, right: 80 },
    borders: { left: none, right: none, top: none, bottom: none, ...border },
    children: lines.map(
      (text) => new Paragraph({ style: 'GwCell', alignment, keepNext, children: [new TextRun(text)] }),
    ),
  })
}
