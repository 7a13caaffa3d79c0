import { Go } from '#ui/go.tsx'
import { Mark } from '#ui/mark.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Figure } from '../figure.contract.ts'
import type { FigureShelf } from './overview.ts'
import { Measured } from './verdict.tsx'
import { cockpitWords } from './words.ts'

interface Given {
  shelf: FigureShelf
  year: number
  unitId: number
  dimensions: string[]
}

/** Every figure once, under the five dimensions by which clusters are evaluated. */
export function Dimensions({ shelf, year, unitId, dimensions }: Given) {
  const t = useWords(cockpitWords)
  const figures = shelf.ofYear(year)
  const rows = dimensions.map((name) => ({ name, figures: figures.filter(({ dimension }) => dimension === name) }))
  return (
    <section aria-labelledby="dimensions">
      <h2 id="dimensions" className="section-head">
        {t('dimensions')}
      </h2>
      <RuledTable
        caption={t('dimensions')}
        quiet
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', title: t('dimension'), heads: true, className: 'dimension', cell: ({ name }) => name },
          { key: 'targets', title: t('targets'), className: 'still', cell: (row) => <Targets figures={row.figures} /> },
          {
            key: 'figures',
            title: t('figures'),
            className: 'wide',
            cell: (row) => (row.figures.length === 0 ? '—' : <Values figures={row.figures} unitId={unitId} />),
          },
        ]}
      />
    </section>
  )
}

function Targets({ figures }: { figures: Figure[] }) {
  const rules = figures.flatMap((figure) => figure.rules)
  if (rules.length === 0) return <>—</>
  return (
    <ul className="stacked">
      {(['met', 'missed', 'no-data'] as const).map((standing) => {
        const n = rules.filter(({ status }) => status === standing).length
        return (
          n > 0 && (
            <li key={standing}>
              <Mark standing={standing} /> {n}
            </li>
          )
        )
      })}
    </ul>
  )
}

function Values({ figures, unitId }: { figures: Figure[]; unitId: number }) {
  return (
    <ul className="values">
      {figures.map(({ code, year, name, value, unit }) => (
        <li key={code}>
          <span className={value === null ? 'quiet' : ''}>{name}</span>
          <span className="leader" aria-hidden="true" />
          <Go to={places.figure({ unitId, code, year })} aria-label={name} className={value === null ? 'quiet' : ''}>
            <Measured value={value} unit={unit} />
          </Go>
        </li>
      ))}
    </ul>
  )
}
