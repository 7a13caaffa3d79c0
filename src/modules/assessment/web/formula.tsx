import type { Received } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import type { figureApi } from '../figure.contract.ts'
import { figureWords } from './words.ts'

export type FigureData = Received<typeof figureApi.read>
type Side = 'numerator' | 'denominator'
interface Given {
  data: FigureData
  unitId: number
}

/** The value as a fraction whose two numbers open to their rows. */
export function Fraction({ data, unitId }: Given) {
  return (
    <div className="fraction" role="group" aria-label={data.formula.text}>
      <span className="equals" aria-hidden="true">
        =
      </span>
      <p>
        <span className="over">
          <Term data={data} unitId={unitId} side="numerator" />
        </span>
        <span className="under">
          <Term data={data} unitId={unitId} side="denominator" />
        </span>
      </p>
    </div>
  )
}

function Term({ data, unitId, side }: Given & { side: Side }) {
  return (
    <>
      {data.formula[side]?.title} <TermNumber data={data} unitId={unitId} side={side} />
    </>
  )
}

function TermNumber({ data: { figure, formula, can }, unitId, side }: Given & { side: Side }) {
  const t = useWords(figureWords)
  const n = figure[side]
  if (n === null || !can.includes('readRows')) return <b>{inFigures(n)}</b>
  const to = places.figure({ unitId, code: figure.code, year: figure.year, side })
  return (
    <Go
      to={to}
      keepScroll
      onClick={showRows}
      aria-label={t('opensRows', { title: formula[side]?.title, n: inFigures(n) })}
    >
      {inFigures(n)}
    </Go>
  )
}

/** The formula in words, and what each side counts. */
export function Terms({ data, unitId }: Given) {
  const t = useWords(figureWords)
  const { formula } = data
  const sides = (['numerator', 'denominator'] as const).filter((side) => formula[side])
  return (
    <section className="formula" aria-labelledby="formula">
      <h2 id="formula" className="section-head">
        {t('formula')}
      </h2>
      <p>{formula.text}</p>
      <dl>
        {sides.map((side) => (
          <div key={side}>
            <dt>{formula.denominator ? formula[side]!.title : <Term data={data} unitId={unitId} side={side} />}</dt>
            <dd className="quiet">{formula[side]!.rule}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The rows stand further down; whoever opens them wants to see them. */
export const showRows = () =>
  requestAnimationFrame(() => document.getElementById('rows')?.scrollIntoView({ block: 'start' }))
