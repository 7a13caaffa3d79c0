import { Formation } from '#ui/formation.tsx'
import { Go } from '#ui/go.tsx'
import { Mark, type Standing } from '#ui/mark.tsx'
import { decimalsOf, inFigures } from '#ui/number.ts'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import { Clause } from './clause.tsx'
import { byUrgency, verdictsOf, type FigureShelf, type Verdict } from './overview.ts'
import { cockpitWords } from './words.ts'

interface Given {
  shelf: FigureShelf
  year: number
  unitId: number
}

/** What a bureau chief asks first: how many targets are met, how many missed, and which. */
export function VerdictAtAGlance({ shelf, year, unitId }: Given) {
  const t = useWords(cockpitWords)
  const u = useWords(uiWords)
  const verdicts = verdictsOf(shelf.ofYear(year)).sort(byUrgency)
  if (verdicts.length === 0) return null
  const word = (standing: Standing) => (standing === 'no-data' ? u('noData') : u(standing))
  const label = ({ figure, packName, clause, target, status }: Verdict) =>
    t('label', { name: figure.name, pack: packName, clause, target, standing: word(status) })
  const missed = verdicts.filter(({ status }) => status === 'missed')
  const unknown = verdicts.filter(({ status }) => status === 'no-data')
  return (
    <section className="verdict" aria-labelledby="verdict">
      <div className="verdict-sum keep">
        <Formation
          width={Math.min(320, 72 + verdicts.length * 17)}
          targets={verdicts.map((verdict) => ({ label: label(verdict), standing: verdict.status }))}
        />
        <h2 id="verdict">{t('headline', { year, all: verdicts.length })}</h2>
        <dl>
          {(['met', 'missed', 'no-data'] as const).map((standing) => (
            <div key={standing}>
              <dt>
                <Mark standing={standing} />
              </dt>
              <dd>{verdicts.filter(({ status }) => status === standing).length}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="verdict-open">
        {missed.length > 0 && <Missed verdicts={missed} unitId={unitId} year={year} />}
        {missed.length === 0 && <p className="verdict-fine">{t(unknown.length === 0 ? 'allMet' : 'noneMissed')}</p>}
        {unknown.length > 0 && <Unknown verdicts={unknown} unitId={unitId} year={year} />}
      </div>
    </section>
  )
}

function Missed({ verdicts, unitId, year }: { verdicts: Verdict[]; unitId: number; year: number }) {
  const t = useWords(cockpitWords)
  return (
    <RuledTable
      caption={t('toDo')}
      rows={verdicts}
      rowKey={(verdict) => `${verdict.figure.code} ${verdict.pack} ${verdict.clause} ${verdict.target}`}
      columns={[
        {
          key: 'figure',
          title: t('figure'),
          heads: true,
          cell: ({ figure }) => <Go to={places.figure({ unitId, code: figure.code, year })}>{figure.name}</Go>,
        },
        { key: 'standing', title: t('standing'), cell: ({ status, gap }) => <Mark standing={status} gap={gap} /> },
        {
          key: 'now',
          title: t('now'),
          numeric: true,
          cell: ({ figure }) => <Measured value={figure.value} unit={figure.unit} />,
        },
        { key: 'target', title: t('target'), numeric: true, cell: ({ target, figure }) => `${target} ${figure.unit}` },
        { key: 'source', title: t('source'), className: 'wide', cell: (verdict) => <Clause rule={verdict} /> },
      ]}
    />
  )
}

/** Nothing is recorded yet from which these could be counted: named, so that nobody takes silence for success. */
function Unknown({ verdicts, unitId, year }: { verdicts: Verdict[]; unitId: number; year: number }) {
  const t = useWords(cockpitWords)
  const figures = [...new Map(verdicts.map(({ figure }) => [figure.code, figure])).values()]
  return (
    <div className="unknown">
      <h3>{t('unknown')}</h3>
      <ul>
        {figures.map(({ code, name }) => (
          <li key={code}>
            <Go to={places.figure({ unitId, code, year })}>{name}</Go>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** 21.51 % */
export function Measured({ value, unit }: { value: number | null; unit: string }) {
  if (value === null) return <>—</>
  return (
    <>
      {inFigures(value, decimalsOf(unit))} <span className="unit">{unit}</span>
    </>
  )
}
