import { uiWords } from './ui-words.ts'
import { useWords } from './words.ts'

/** Bars where a heading and a ruled table will stand; shown only after a moment, so that a quick answer does not flash. */
export function PageSkeleton({ rows = 8, columns = 5 }: { rows?: number; columns?: number }) {
  const t = useWords(uiWords)
  return (
    <div className="skeleton" role="status" aria-label={t('loading')}>
      <i className="bar head" />
      <i className="bar lead" />
      <TableSkeleton rows={rows} columns={columns} />
    </div>
  )
}

export function TableSkeleton({ rows, columns }: { rows: number; columns: number }) {
  return (
    <div className="skeleton-table" aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row}>
          {Array.from({ length: columns }, (_, column) => (
            <i key={column} className="bar" />
          ))}
        </div>
      ))}
    </div>
  )
}
