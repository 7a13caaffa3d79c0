import type { Received } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { decimalsOf, inFigures } from '#ui/number.ts'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { FigureForecast, forecastApi } from '../forecast.contract.ts'
import { targetWords } from './target-words.ts'

type ForecastData = Received<typeof forecastApi.list>

/** What the running year's figures will come to, and how each was worked out. */
export function Forecasts({ data: { year, forecasts }, unitId }: { data: ForecastData; unitId: number }) {
  const t = useWords(targetWords)
  const known = forecasts.filter(({ how }) => how !== 'empty')
  return (
    <section aria-labelledby="forecast">
      <div className="section-head">
        <h2 id="forecast">{t('forecast')}</h2>
        {known.length > 0 && <p>{t('forecastLead', { year })}</p>}
      </div>
      {known.length === 0 && <p className="quiet">{t('forecastNone', { year })}</p>}
      {known.length > 0 && (
        <RuledTable
          caption={t('forecast')}
          quiet
          rows={known}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'name',
              title: t('figure'),
              heads: true,
              cell: ({ code, name, unit }) => (
                <>
                  <Go to={places.figure({ unitId, code, year })}>{name}</Go>
                  <span className="unit">（{unit}）</span>
                </>
              ),
            },
            { key: 'last', title: t('lastYear'), numeric: true, cell: (one) => shown(one, one.last?.value ?? null) },
            { key: 'now', title: t('nowValue'), numeric: true, cell: (one) => shown(one, one.now) },
            { key: 'end', title: t('atEnd'), numeric: true, cell: (one) => <AtEnd forecast={one} /> },
            { key: 'outlook', title: t('outlook'), cell: (one) => <Outlooks forecast={one} /> },
            { key: 'how', title: t('how'), className: 'wide', cell: ({ words }) => words },
          ]}
        />
      )}
    </section>
  )
}

const shown = ({ unit }: FigureForecast, value: number | null) => inFigures(value, decimalsOf(unit))

function AtEnd({ forecast }: { forecast: FigureForecast }) {
  const t = useWords(targetWords)
  const { mid, low, high } = forecast
  return (
    <>
      <b>{shown(forecast, mid)}</b>
      {low !== high && (
        <span className="quiet">{t('range', { low: shown(forecast, low), high: shown(forecast, high) })}</span>
      )}
    </>
  )
}

function Outlooks({ forecast: { rules, unit } }: { forecast: FigureForecast }) {
  const t = useWords(targetWords)
  if (rules.length === 0) return <>—</>
  return (
    <ul className="stacked">
      {rules.map(({ packName, clause, target, outlook }) => (
        <li key={`${packName} ${clause} ${target}`} className={`outlook-${outlook}`} title={`${packName} ${clause}`}>
          {target} {unit}，{t(`outlook_${outlook}`)}
        </li>
      ))}
    </ul>
  )
}

/** 按目前进度，2026学年底约 38 次（30 至 46），去年 34 次；目标 ≥ 30 次，预计达标。 */
export function ForecastLine({ data: { year, forecasts } }: { data: ForecastData }) {
  const t = useWords(targetWords)
  const [forecast] = forecasts
  if (!forecast || forecast.mid === null) return null
  const { unit, low, mid, high, last, rules, words, how } = forecast
  if (how === 'as-is' || how === 'over') return null
  const range = low === high ? '' : t('rangePart', { low: shown(forecast, low), high: shown(forecast, high) })
  const before = last ? t('lastPart', { value: shown(forecast, last.value), unit }) : ''
  const against = rules.map(({ target, outlook }) =>
    t('againstPart', { target, unit, outlook: t(`outlook_${outlook}`) }),
  )
  return (
    <section className="forecast-line" aria-label={t('forecast')}>
      <p>
        {t('forecastLine', { year, mid: shown(forecast, mid), unit, range, last: before })}
        {against.length > 0 && `${against.join('；')}。`}
      </p>
      <p className="quiet">{words}</p>
    </section>
  )
}
