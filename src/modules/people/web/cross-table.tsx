import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useAddress } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { Picker } from '#ui/picker.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { crossOf, facets, type Facet } from '../facet.rules.ts'
import { teacherApi } from '../teacher.contract.ts'
import { useFacetWords } from './facet-words.ts'
import type { Filters } from './teacher-list-page.tsx'
import { peopleWords } from './words.ts'

const facetFrom = (text: string | undefined, otherwise: Facet): Facet =>
  facets.find((facet) => facet === text) ?? otherwise

type Row = ReturnType<typeof crossOf>['rows'][number]

/** How many teachers have which two things; every number opens the list behind it. */
export function CrossTable({ unitId, year, filters }: { unitId: number; year: number; filters: Filters }) {
  const t = useWords(peopleWords)
  const [at, go] = useAddress()
  const asked = { rows: facetFrom(at['rows'], 'stage'), columns: facetFrom(at['columns'], 'title') }
  const { data, error } = useQuery({
    ...asQuery(teacherApi.cross, { params: { unitId }, query: { year, ...filters, ...asked } }),
    placeholderData: keepPreviousData,
  })
  const { titleOf, valueOf } = useFacetWords(data?.schools)
  const options = facets.map((facet) => ({ value: facet, label: titleOf(facet) }))
  if (error) return <ProblemNote error={error} />
  if (!data) return <TableSkeleton rows={5} columns={6} />
  const { rows, columns } = data
  const cross = crossOf(data.cells, rows, columns)
  const listOf = (more: Partial<Record<Facet, string>>) => {
    const { school, ...rest } = more
    return places.teachers(unitId, { year, ...filters, ...rest, ...(school && { schoolId: Number(school) }) })
  }
  const number = (n: number, more: Partial<Record<Facet, string>>) =>
    n === 0 ? <span className="quiet">0</span> : <Go to={listOf(more)}>{inFigures(n)}</Go>
  const table: Column<Row>[] = [
    {
      key: 'row',
      title: titleOf(rows),
      heads: true,
      className: 'still',
      sum: t('sum'),
      cell: ({ value }) => valueOf(rows, value),
    },
    ...cross.columns.map((column, at) => ({
      key: column,
      title: valueOf(columns, column),
      numeric: true,
      sum: number(cross.totals[at]!, { [columns]: column }),
      cell: ({ value, counts }: Row) => number(counts[at]!, { [columns]: column, [rows]: value }),
    })),
    {
      key: 'sum',
      title: t('sum'),
      numeric: true,
      sum: inFigures(cross.total),
      cell: ({ value, total }) => number(total, { [rows]: value }),
    },
  ]
  return (
    <section className="cross" aria-label={t('cross')}>
      <div className="filters">
        <label>
          {t('rowsBy')}{' '}
          <Picker label={t('rowsBy')} value={asked.rows} options={options} onPick={(facet) => go({ rows: facet })} />
        </label>
        <label>
          {t('columnsBy')}{' '}
          <Picker
            label={t('columnsBy')}
            value={asked.columns}
            options={options}
            onPick={(facet) => go({ columns: facet })}
          />
        </label>
        <span className="quiet">{t('crossHint')}</span>
      </div>
      <RuledTable
        caption={t('crossOf', { rows: titleOf(rows), columns: titleOf(columns) })}
        quiet
        rows={cross.rows}
        rowKey={({ value }) => value}
        empty={t('none')}
        columns={table}
        matrix
      />
    </section>
  )
}
