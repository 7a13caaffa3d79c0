import { Go } from '#ui/go.tsx'
import { Mark } from '#ui/mark.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { Clause } from './clause.tsx'
import { shareOfWay, type FigureShelf } from './overview.ts'
import { Measured } from './verdict.tsx'
import { cockpitWords } from './words.ts'

interface Given {
  shelf: FigureShelf
  year: number
  unitId: number
}

/** The targets of the years to come, judged by what is there now. */
export function TargetsAhead({ shelf, year, unitId }: Given) {
  const t = useWords(cockpitWords)
  const rows = shelf
    .ofYear(year)
    .flatMap((figure) => figure.ahead.map((rule) => ({ ...rule, figure })))
    .sort((a, b) => a.by - b.by)
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="ahead">
      <div className="section-head">
        <h2 id="ahead">{t('ahead')}</h2>
        <p>{t('aheadLead', { year })}</p>
      </div>
      <RuledTable
        caption={t('ahead')}
        quiet
        rows={rows}
        rowKey={(row) => `${row.figure.code} ${row.pack} ${row.clause} ${row.by} ${row.target}`}
        columns={[
          {
            key: 'figure',
            title: t('figure'),
            heads: true,
            cell: ({ figure }) => <Go to={places.figure({ unitId, code: figure.code, year })}>{figure.name}</Go>,
          },
          { key: 'by', title: t('year'), className: 'still', cell: ({ by }) => t('by', { year: by }) },
          {
            key: 'target',
            title: t('target'),
            numeric: true,
            cell: ({ target, figure }) => `${target} ${figure.unit}`,
          },
          {
            key: 'now',
            title: t('now'),
            numeric: true,
            cell: ({ figure }) => <Measured value={figure.value} unit={figure.unit} />,
          },
          {
            key: 'way',
            title: t('progress'),
            cell: ({ figure, target }) => <Way share={shareOfWay(figure.value, target)} />,
          },
          {
            key: 'standing',
            title: t('standing'),
            className: 'still',
            cell: ({ status, gap }) => <Mark standing={status} gap={gap} />,
          },
          { key: 'source', title: t('source'), className: 'wide', cell: (row) => <Clause rule={row} /> },
        ]}
      />
    </section>
  )
}

/** A thin bar; the numbers stand beside it. */
function Way({ share }: { share: number | null }) {
  return (
    <svg className="way" viewBox="0 0 96 8" width="96" height="8" aria-hidden="true">
      <rect className="whole" y="3" width="96" height="2" />
      {share !== null && <rect className="done" y="1" width={share * 96} height="6" />}
    </svg>
  )
}
