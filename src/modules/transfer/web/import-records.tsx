import { useSuspenseQuery } from '@tanstack/react-query'
import { asQuery, type Received } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { momentOf } from '#ui/time.ts'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import { importApi } from '../import.contract.ts'
import { importWords } from './words.ts'

type Line = Received<typeof importApi.list>['imports'][number]

/** The imports of a cluster so far, newest first; each opens again. */
export function ImportRecords({ unitId, current }: { unitId: number; current?: string }) {
  const t = useWords(importWords)
  const { data } = useSuspenseQuery(asQuery(importApi.list, { params: { unitId } }))
  return (
    <section aria-labelledby="records">
      <h2 id="records" className="section-head">
        {t('records')}
      </h2>
      <RuledTable
        caption={t('records')}
        quiet
        rows={data.imports}
        rowKey={({ id }) => id}
        rowClass={({ id }) => (id === current ? 'picked' : undefined)}
        empty={t('noRecords')}
        columns={useColumns(unitId)}
      />
    </section>
  )
}

function useColumns(unitId: number): Column<Line>[] {
  const t = useWords(importWords)
  const u = useWords(uiWords)
  const sum = (key: 'added' | 'updated' | 'refused'): Column<Line> => ({
    key,
    title: t(key),
    numeric: true,
    cell: ({ sheets }) => (sheets.length === 0 ? '—' : inFigures(sheets.reduce((all, sheet) => all + sheet[key], 0))),
  })
  return [
    {
      key: 'file',
      title: t('file'),
      heads: true,
      cell: ({ id, fileName, schoolName }) => (
        <>
          <Go to={places.imports(unitId, id)}>{fileName}</Go>
          {schoolName && <span className="quiet"> {t('ofSchool', { school: schoolName })}</span>}
        </>
      ),
    },
    {
      key: 'year',
      title: t('year'),
      className: 'still',
      cell: ({ schoolYear }) => (schoolYear === null ? '—' : u('year', { year: schoolYear })),
    },
    { key: 'status', title: t('result'), className: 'still', cell: ({ status }) => t(`status_${status}`) },
    sum('added'),
    sum('updated'),
    sum('refused'),
    { key: 'who', title: t('who'), className: 'still', cell: ({ actorName }) => actorName },
    {
      key: 'when',
      title: t('when'),
      className: 'still',
      cell: ({ startedAt }) => <time dateTime={startedAt}>{t('moment', { ...momentOf(startedAt) })}</time>,
    },
  ]
}
