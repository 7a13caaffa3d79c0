import { dayInWords } from '#shared/day.ts'
import type { Received } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { places } from '#ui/places.ts'
import type { Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { figureApi } from '../figure.contract.ts'
import { figureWords } from './words.ts'

export type Rows = Received<typeof figureApi.rows>
type Row = Rows['rows'][number]

/** The columns of the rows: whom or what, where, the measure's own cells, and why it was left out. */
export function useRowColumns(first: Rows, leftOut: boolean, year: number): Column<Row>[] {
  const t = useWords(figureWords)
  const weighted = first.rows.some(({ weight }) => weight !== 1)
  const own = first.columns.map(({ key, title, numeric }): Column<Row> => ({
    key,
    title,
    sort: key,
    numeric,
    className: 'cell',
    cell: ({ cells }) => shown(cells[key]),
  }))
  const reason: Column<Row> = {
    key: 'reason',
    title: t('reason'),
    sort: 'reason',
    className: 'wide',
    cell: ({ reason: why }) => why,
  }
  const parts = first.rows.some(({ part }) => part)
  return [
    {
      key: 'subject',
      title: first.subjectTitle,
      sort: 'subject',
      heads: true,
      className: 'still',
      cell: (row) => <Subject row={row} person={first.aboutPersons} />,
    },
    ...(leftOut ? [reason] : []),
    {
      key: 'school',
      title: t('school'),
      sort: 'school',
      className: 'still',
      cell: ({ schoolId, school }) => <Go to={places.school(schoolId, { year })}>{school}</Go>,
    },
    ...(parts
      ? [{ key: 'part', title: t('part'), sort: 'part', className: 'still', cell: ({ part }: Row) => part || '—' }]
      : []),
    ...own,
    ...(weighted
      ? [{ key: 'weight', title: t('weight'), numeric: true, cell: ({ weight }: Row) => inFigures(weight) }]
      : []),
  ]
}

const shown = (cell: string | number | null | undefined) => {
  if (typeof cell === 'number') return inFigures(cell)
  if (cell && /^\d{4}-\d{2}-\d{2}$/.test(cell)) return dayInWords(cell)
  return cell || '—'
}

function Subject({ row, person }: { row: Row; person: boolean }) {
  return person ? <Go to={places.teacher(row.subjectId)}>{row.subject}</Go> : <>{row.subject}</>
}
