import { useRef, type ReactNode } from 'react'
import { useTableForm } from './table-form.ts'
import { Body, Heads, rolesOf, Sums } from './table-parts.tsx'
import { uiWords } from './ui-words.ts'
import { useWords } from './words.ts'

export interface Column<R> {
  key: string
  title: ReactNode
  cell: (row: R) => ReactNode
  /** Right-aligned, tabular digits. */
  numeric?: boolean
  /** The cell that names its row for screen readers; stays in sight when the table scrolls sideways. */
  heads?: boolean
  /** What can be done with the row; its buttons name themselves. */
  acts?: boolean
  /** Under the column, ruled off: what it comes to. */
  sum?: ReactNode
  /** The key to sort by when the head is pressed. */
  sort?: string
  className?: string
}

export interface Ruled<R> {
  caption: string
  /** The caption is for screen readers only, a heading stands above. */
  quiet?: boolean
  columns: Column<R>[]
  rows: R[]
  rowKey: (row: R) => string | number
  rowClass?: (row: R) => string | undefined
  /** 'school', or '-school' turned round. */
  sort?: string
  onSort?: (sort: string) => void
  empty?: ReactNode
  /** Rows under the body, ruled off, that the columns do not give: trends. */
  foot?: ReactNode
  /** Read across and down, the years or schools side by side: scrolls on a phone, is never stacked. */
  matrix?: boolean
}

/**
 * A 三线表: head line, thin rule, foot line. Where it does not fit it scrolls inside its own region; on a phone each row
 * becomes a block in which every value has its name.
 */
export function RuledTable<R>(table: Ruled<R>) {
  const t = useWords(uiWords)
  const region = useRef<HTMLDivElement>(null)
  const form = useTableForm(region, table.matrix ?? false)
  const parts = { table, stacked: form === 'stacked' }
  return (
    <div
      ref={region}
      className={`ruled ruled-${form}`}
      {...(form === 'scrolls' && { role: 'region', tabIndex: 0, 'aria-label': t('scroll', { title: table.caption }) })}
    >
      <table {...rolesOf(parts.stacked)('table')}>
        <caption className={table.quiet ? 'unseen' : ''}>{table.caption}</caption>
        <Heads {...parts} />
        <Body {...parts} />
        {table.foot && <tfoot>{table.foot}</tfoot>}
        <Sums {...parts} />
      </table>
    </div>
  )
}
