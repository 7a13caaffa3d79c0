import type { ColumnRegular } from '@revolist/react-datagrid'
import { stateOf } from '../correction.rules.ts'
import type { Drafts } from './drafts.ts'
import type { GridRow, LaidOut } from './grid-rows.ts'

/** The columns of the grid: the number of the row and the pinned ones, then the others. */
export function gridColumns(sheet: LaidOut, drafts: Drafts, rowTitle: string): ColumnRegular[] {
  const rest = sheet.columns.map((column, at): ColumnRegular => ({
    prop: column.title,
    name: column.required ? `${column.title} *` : column.title,
    size: widthOf(column.title, drafts),
    editor: 'choice',
    ...(at < sheet.pinned && { pin: 'colPinStart' as const }),
    cellProperties: ({ model }) => {
      const row = drafts.row((model as GridRow).id)
      if (!row) return {}
      const state = row.dropped ? 'dropped' : stateOf(row, column.title)
      return { class: state, ...(state === 'wrong' && { 'aria-invalid': 'true' }) }
    },
  }))
  return [numberColumn(drafts, rowTitle), ...rest]
}

const numberColumn = (drafts: Drafts, name: string): ColumnRegular => ({
  prop: 'row',
  name,
  size: 72,
  readonly: true,
  pin: 'colPinStart',
  cellProperties: ({ model }) => ({
    class: drafts.row((model as GridRow).id)?.dropped ? 'dropped row-no' : 'row-no',
  }),
})

/** Where a column stands for the grid, which counts the pinned ones, the row's number first, by themselves. */
export function placeInGrid({ columns, pinned }: LaidOut, column: string): { x: number; among: string } {
  const at = columns.findIndex(({ title }) => title === column)
  return at < pinned ? { x: at + 1, among: 'colPinStart' } : { x: at - pinned, among: 'rgCol' }
}

/** Whether a column that is not pinned is to be seen without scrolling sideways. */
export function isInSight(box: HTMLElement | null, columns: readonly ColumnRegular[], x: number): boolean {
  const scroller = box?.querySelector('revogr-viewport-scroll.rgCol')
  if (!scroller) return true
  const moving = columns.filter(({ pin }) => !pin)
  const left = moving.slice(0, x).reduce((sum, { size = 0 }) => sum + size, 0)
  const right = left + (moving[x]?.size ?? 0)
  return left >= scroller.scrollLeft && right <= scroller.scrollLeft + scroller.clientWidth
}

/** As wide as the title and most of the writings need. */
function widthOf(title: string, drafts: Drafts): number {
  const lengths = drafts.rows.slice(0, 300).map(({ cells }) => (cells[title] ?? '').length)
  const most = lengths.sort((a, b) => a - b)[Math.floor(lengths.length * 0.95)] ?? 0
  return Math.min(260, Math.max(96, title.length * 16 + 44, most * 13 + 32))
}
