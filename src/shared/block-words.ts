import type { Block, Cell, Table, TableColumn } from './block.ts'

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1 → 一, 12 → 十二, 20 → 二十; headings stay below 100. */
export function inHan(n: number): string {
  const tens = Math.floor(n / 10)
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`
  return ten + (n % 10 === 0 && tens > 0 ? '' : digits[n % 10])
}

const forms = { 1: (n: number) => `${inHan(n)}、`, 2: (n: number) => `（${inHan(n)}）`, 3: (n: number) => `${n}.` }

/** The blocks as they are read: headings with their numbers as GB/T 9704 writes them, tables and charts with theirs. */
export function numbered<B extends Block>(blocks: readonly B[]): B[] {
  const at = { 1: 0, 2: 0, 3: 0, table: 0, chart: 0 }
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return block
    if (block.kind === 'table') return { ...block, title: `表${(at.table += 1)}　${block.title}` }
    if (block.kind === 'chart') return { ...block, title: `图${(at.chart += 1)}　${block.title}` }
    at[block.level] += 1
    if (block.level < 3) at[3] = 0
    if (block.level < 2) at[2] = 0
    return { ...block, text: forms[block.level](at[block.level]) + block.text }
  })
}

const formats = [0, 1, 2].map(
  (decimals) => new Intl.NumberFormat('zh-CN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
)

/** 1,308 or 30.50; — where nothing is known. */
export function cellInWords(cell: Cell | undefined, { decimals = 0 }: Pick<TableColumn, 'decimals'>): string {
  if (cell === null || cell === undefined) return '—'
  return typeof cell === 'string' ? cell : formats[decimals]!.format(cell)
}

/** 占比（%） */
export const headInWords = ({ title, unit }: TableColumn): string => (unit ? `${title}（${unit}）` : title)

/** How wide the columns are, as shares of the page that add up to 1: by their longest cell, and none too narrow for its head. */
export function columnShares({ columns, rows }: Table): number[] {
  const needed = columns.map((column, index) => {
    const cells = rows.map((row) => widthOf(cellInWords(row[index], column)))
    const head = Math.min(widthOf(headInWords(column)), column.decimals === undefined ? 8 : 12)
    return Math.min(Math.max(4, head, ...cells), 56) + 2
  })
  const all = needed.reduce((sum, width) => sum + width, 0)
  return needed.map((width) => width / all)
}

/** A Chinese character is as wide as two Latin ones. */
const widthOf = (text: string): number => [...text].reduce((width, sign) => width + (sign > '⺀' ? 2 : 1), 0)
