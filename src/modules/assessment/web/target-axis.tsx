import { Go } from '#ui/go.tsx'
import { Mark } from '#ui/mark.tsx'
import { decimalsOf, inFigures } from '#ui/number.ts'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { grouped } from '#shared/group.ts'
import type { TargetFigure } from '../target.contract.ts'
import { targetWords } from './target-words.ts'
import type { TargetsData } from './targets-page.tsx'

/** Every figure of which something is asked, one row each, on the axis of the years. */
export function TargetAxis({ data }: { data: TargetsData }) {
  const t = useWords(targetWords)
  const asked = data.figures.filter(({ years }) => years.some(({ rules }) => rules.length > 0))
  const known = asked.filter(({ values }) => values.length > 0)
  const unknown = asked.filter(({ values }) => values.length === 0)
  return (
    <section aria-labelledby="axis">
      <div className="section-head">
        <h2 id="axis">{t('axis')}</h2>
        {known.length > 0 && <p>{t('axisLead')}</p>}
      </div>
      {asked.length === 0 && <p className="quiet">{t('none')}</p>}
      {known.length > 0 && <Axis data={data} figures={known} title={t('axis')} />}
      {unknown.length > 0 && (
        <details className="unknown-axis" open={known.length === 0}>
          <summary>{t('unknown', { n: unknown.length })}</summary>
          <Axis data={data} figures={unknown} title={t('unknown', { n: unknown.length })} />
        </details>
      )}
    </section>
  )
}

function Axis({ data, figures, title }: { data: TargetsData; figures: TargetFigure[]; title: string }) {
  return <RuledTable caption={title} quiet rows={figures} rowKey={({ code }) => code} columns={useColumns(data)} />
}

function useColumns({ unit, year: latest, years }: TargetsData): Column<TargetFigure>[] {
  const t = useWords(targetWords)
  return [
    {
      key: 'name',
      title: t('figure'),
      heads: true,
      cell: ({ code, name, unit: of }) => (
        <>
          <Go to={places.figure({ unitId: unit.id, code, year: latest })}>{name}</Go>
          <span className="unit">（{of}）</span>
        </>
      ),
    },
    ...years.map((year, n) => ({
      key: String(year),
      title: (
        <>
          {t('year', { year })}
          {year > latest && <span className="ahead-of">{t('ahead')}</span>}
        </>
      ),
      className: 'on-axis',
      cell: (figure: TargetFigure) => (says(figure.years[n]!) ? <Asked figure={figure} at={n} /> : '—'),
    })),
  ]
}

const says = ({ value, rules }: TargetFigure['years'][number]) => value !== null || rules.length > 0

/** The value of the year, and what was asked; rules that ask for the same stand once. */
function Asked({ figure, at }: { figure: TargetFigure; at: number }) {
  const t = useWords(targetWords)
  const { value, rules } = figure.years[at]!
  const bars = [...grouped(rules, ({ at: rule }) => figure.rules[rule]!.target)]
  return (
    <>
      {value !== null && <b className="value">{inFigures(value, decimalsOf(figure.unit))}</b>}
      <ul className="bars">
        {bars.map(([target, same]) => (
          <li key={target} className={same.some(({ strictest }) => strictest) && bars.length > 1 ? 'strictest' : ''}>
            <Mark standing={same[0]!.status} bare />
            <span>
              {target}
              {same.length > 1 && t('several', { n: same.length })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
