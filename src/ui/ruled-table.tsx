import { useEffect, useRef, useState, type ReactNode } from 'react'
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
  /** What can be done with the row; stays in sight on a narrow screen. */
  acts?: boolean
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
  /** Rows under the body, ruled off: trends, sums. */
  foot?: ReactNode
}

/** A 三线表: head line, thin rule, foot line; scrolls inside its own region where the page is too narrow. */
export function RuledTable<R>(table: Ruled<R>) {
  const t = useWords(uiWords)
  const region = useRef<HTMLDivElement>(null)
  const scrolls = useScrolls(region)
  return (
    <div
      ref={region}
      className={`ruled${scrolls ? ' ruled-scrolls' : ''}`}
      {...(scrolls && { role: 'region', tabIndex: 0, 'aria-label': t('scroll', { title: table.caption }) })}
    >
      <table>
        <caption className={table.quiet ? 'unseen' : ''}>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <Head
                key={column.key}
                column={column}
                {...(table.sort && { sort: table.sort })}
                {...(table.onSort && { onSort: table.onSort })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={table.rowKey(row)} className={table.rowClass?.(row)}>
              {table.columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
          {table.rows.length === 0 && (
            <tr>
              <td className="none" colSpan={table.columns.length}>
                {table.empty ?? t('noRows')}
              </td>
            </tr>
          )}
        </tbody>
        {table.foot && <tfoot>{table.foot}</tfoot>}
      </table>
    </div>
  )
}

function Head<R>({ column, sort, onSort }: { column: Column<R>; sort?: string; onSort?: (sort: string) => void }) {
  const t = useWords(uiWords)
  const turned = sort === `-${column.sort}`
  const sorted = column.sort !== undefined && (turned || sort === column.sort)
  const props = { scope: 'col' as const, className: classOf(column) }
  if (!column.sort || !onSort) return <th {...props}>{column.title}</th>
  return (
    <th {...props} {...(sorted && { 'aria-sort': turned ? ('descending' as const) : ('ascending' as const) })}>
      <button
        type="button"
        title={t('sortBy', { column: column.title })}
        onClick={() => onSort(sorted && !turned ? `-${column.sort}` : column.sort!)}
      >
        {column.title}
        <span aria-hidden="true" className="arrow">
          {sorted ? (turned ? '↓' : '↑') : '↕'}
        </span>
      </button>
    </th>
  )
}

function Cell<R>({ column, row }: { column: Column<R>; row: R }) {
  if (column.heads)
    return (
      <th scope="row" className={classOf(column)}>
        {column.cell(row)}
      </th>
    )
  return <td className={classOf(column)}>{column.cell(row)}</td>
}

const classOf = <R,>(column: Column<R>) =>
  [column.numeric && 'num', column.heads && 'heads', column.acts && 'does', column.className].filter(Boolean).join(' ')

/** Only a region that really scrolls needs a stop on the way of the Tab key. */
function useScrolls(region: React.RefObject<HTMLDivElement | null>): boolean {
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const element = region.current
    if (!element) return
    const watch = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth + 1))
    watch.observe(element)
    if (element.firstElementChild) watch.observe(element.firstElementChild)
    return () => watch.disconnect()
  }, [region])
  return scrolls
}
