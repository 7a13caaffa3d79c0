import { Change } from '#ui/change.tsx'
import { Go } from '#ui/go.tsx'
import { Mark } from '#ui/mark.tsx'
import { decimalsOf, inFigures } from '#ui/number.ts'
import { places } from '#ui/places.ts'
import { Sparkline } from '#ui/trend.tsx'
import { useWords } from '#ui/words.ts'
import type { Figure } from '../figure.contract.ts'
import { Clause } from './clause.tsx'
import { keyFigures, type FigureShelf } from './overview.ts'
import { cockpitWords } from './words.ts'

interface Given {
  shelf: FigureShelf
  year: number
  unitId: number
}

/** The few figures that documents speak of: value, change, trend, and how each rule judges it. */
export function KeyFigures({ shelf, year, unitId }: Given) {
  const t = useWords(cockpitWords)
  const figures = keyFigures(shelf.ofYear(year), 6)
  if (figures.length === 0) return null
  return (
    <section aria-labelledby="key-figures">
      <h2 id="key-figures" className="section-head">
        {t('key')}
      </h2>
      <ul className="key-figures">
        {figures.map((figure) => (
          <KeyFigure key={figure.code} figure={figure} shelf={shelf} unitId={unitId} />
        ))}
      </ul>
    </section>
  )
}

function KeyFigure({ figure, shelf, unitId }: { figure: Figure; shelf: FigureShelf; unitId: number }) {
  const t = useWords(cockpitWords)
  const { code, year, name, unit, value } = figure
  return (
    <li className="keep">
      <h3>{name}</h3>
      <div className="key-value">
        <Go
          to={places.figure({ unitId, code, year })}
          aria-label={t('opens', { name, year, value: `${inFigures(value, decimalsOf(unit))} ${unit}` })}
        >
          {inFigures(value, decimalsOf(unit))}
        </Go>
        <span className="unit">{unit}</span>
        <Sparkline points={shelf.series(code)} width={96} height={30} />
      </div>
      <p className="quiet">
        {t('versus')} <Change by={shelf.change(code, year)} unit={unit} />
      </p>
      <ul className="key-rules">
        {figure.rules.map((rule) => (
          <li key={`${rule.pack} ${rule.clause} ${rule.target}`}>
            <Mark standing={rule.status} bare />
            <span className="bar-of">{rule.target}</span>
            <Clause rule={rule} />
          </li>
        ))}
        {figure.ahead.slice(0, figure.rules.length ? 0 : 2).map((rule) => (
          <li key={`${rule.pack} ${rule.clause} ${rule.by}`}>
            <Mark standing={rule.status} bare />
            <span className="bar-of">
              {rule.target} {t('by', { year: rule.by })}
            </span>
            <Clause rule={rule} />
          </li>
        ))}
      </ul>
    </li>
  )
}
