import type { ReactNode } from 'react'
import type { Column, Ruled } from './ruled-table.tsx'
import { uiWords } from './ui-words.ts'
import { useWords } from './words.ts'

interface Parts<R> {
  table: Ruled<R>
  /** Each row stands as a block of named values. */
  stacked: boolean
}

type Role = 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell'

/** Drawn as blocks, the parts of a table are that to every screen reader only if they say so. */
export const rolesOf =
  (stacked: boolean) =>
  (role: Role): { role?: Role } =>
    stacked ? { role } : {}

export function Heads<R>({ table, stacked }: Parts<R>) {
  const role = rolesOf(stacked)
  return (
    <thead {...role('rowgroup')}>
      <tr {...role('row')}>
        {table.columns.map((column) => (
          <Head key={column.key} column={column} table={table} stacked={stacked} />
        ))}
      </tr>
    </thead>
  )
}

function Head<R>({ column, table: { sort, onSort }, stacked }: Parts<R> & { column: Column<R> }) {
  const t = useWords(uiWords)
  const turned = sort === `-${column.sort}`
  const sorted = column.sort !== undefined && (turned || sort === column.sort)
  const props = { scope: 'col' as const, className: classOf(column), ...rolesOf(stacked)('columnheader') }
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

export function Body<R>({ table, stacked }: Parts<R>) {
  const t = useWords(uiWords)
  const role = rolesOf(stacked)
  return (
    <tbody {...role('rowgroup')}>
      {table.rows.map((row) => (
        <tr key={table.rowKey(row)} className={table.rowClass?.(row)} {...role('row')}>
          {table.columns.map((column) => (
            <Cell key={column.key} column={column} stacked={stacked}>
              {column.cell(row)}
            </Cell>
          ))}
        </tr>
      ))}
      {table.rows.length === 0 && (
        <tr {...role('row')}>
          <td className="none" colSpan={table.columns.length} {...role('cell')}>
            {table.empty ?? t('noRows')}
          </td>
        </tr>
      )}
    </tbody>
  )
}

/** What the columns come to, where they come to something. */
export function Sums<R>({ table: { columns }, stacked }: Parts<R>) {
  const role = rolesOf(stacked)
  if (columns.every(({ sum }) => sum === undefined)) return null
  return (
    <tfoot {...role('rowgroup')}>
      <tr {...role('row')}>
        {columns.map((column) => (
          <Cell key={column.key} column={column} stacked={stacked}>
            {column.sum}
          </Cell>
        ))}
      </tr>
    </tfoot>
  )
}

function Cell<R>({ column, stacked, children }: { column: Column<R>; stacked: boolean; children: ReactNode }) {
  const role = rolesOf(stacked)
  if (column.heads)
    return (
      <th scope="row" className={classOf(column)} {...role('rowheader')}>
        {children}
      </th>
    )
  if (!stacked) return <td className={classOf(column)}>{children}</td>
  return (
    <td className={`${classOf(column)}${saysNothing(children) ? ' nothing' : ''}`} {...role('cell')}>
      {!column.acts && <Label>{column.title}</Label>}
      <div className="said">{children}</div>
    </td>
  )
}

/** For the eye alone: a screen reader says the head of the column. */
const Label = ({ children }: { children: ReactNode }) => (
  <span className="label" aria-hidden="true">
    {children}
  </span>
)

/** Side by side an empty cell keeps the columns apart; in a stack it would be a name of nothing. */
const saysNothing = (children: ReactNode) => [undefined, null, false, '', '—'].includes(children as string)

const classOf = <R,>(column: Column<R>) =>
  [
    column.numeric && 'num',
    column.heads && 'heads',
    column.acts && 'does',
    column.sort !== undefined && 'sorts',
    column.className,
  ]
    .filter(Boolean)
    .join(' ')
