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

/** Half-width characters of table text on a line of the page. */
const ROOM = 84
/** What stands empty between two columns. */
const GAP = 2
/** Words may break from here on; a number never does. */
const BREAKS = 12
const WIDEST = 44
/** Another typeface than ours may be as much wider, and sets Chinese apart from digits: 2021学年 stands on one line there too. */
const SPARE = 1.2

/** How wide the columns are, as shares of the page that add up to 1: no number and no short word is broken, what is left goes where it is wanted. */
export function columnShares({ columns, rows }: Table): number[] {
  const wants = columns.map((column, index) => {
    const longest = Math.max(2, ...rows.map((row) => widthOf(cellInWords(row[index], column))))
    const head = widthOf(headInWords(column))
    const words = Math.min(longest, BREAKS) * SPARE
    const least = Math.max(column.decimals === undefined ? words : longest, Math.min(head, 6))
    return { least: least + GAP, most: Math.max(least, Math.min(longest, WIDEST), head) + GAP }
  })
  const least = sumOf(wants.map((want) => want.least))
  const wished = sumOf(wants.map((want) => want.most - want.least))
  const spare = Math.max(0, ROOM - least)
  const widths = wants.map(
    (want) => want.least + (wished > 0 ? Math.min(1, spare / wished) * (want.most - want.least) : 0),
  )
  const all = sumOf(widths)
  return widths.map((width) => width / all)
}

/** A head that does not fit beside its unit has the unit on a line of its own. */
export function headLines({ title, unit, ...column }: TableColumn, share: number): string[] {
  const whole = headInWords({ title, ...column, ...(unit !== undefined && { unit }) })
  return !unit || widthOf(whole) + GAP <= share * ROOM ? [whole] : [title, `（${unit}）`]
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

/** In halves of a Chinese character: the signs of Chinese print take two, digits and letters a little over one. */
const widthOf = (text: string): number => [...text].reduce((width, sign) => width + (sign > '\u2000' ? 2 : 1.15), 0)
