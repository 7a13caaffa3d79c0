import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { places } from '#ui/places.ts'
import type { Received } from '#ui/api.ts'
import { useWords } from '#ui/words.ts'
import type { figureApi } from '../figure.contract.ts'
import { figureWords } from './words.ts'

export type FigureData = Received<typeof figureApi.read>

/** The formula as a fraction whose numbers open to their rows; under it, what each side counts. */
export function Formula({ data: { figure, formula, can }, unitId }: { data: FigureData; unitId: number }) {
  const t = useWords(figureWords)
  const side = (which: 'numerator' | 'denominator') => {
    const term = formula[which]
    const n = figure[which]
    if (!term) return null
    const opens = can.includes('readRows') && n !== null
    const to = places.figure({ unitId, code: figure.code, year: figure.year, side: which })
    return (
      <span className="term">
        {term.title}
        {opens ? (
          <Go to={to} keepScroll onClick={showRows} aria-label={t('opensRows', { title: term.title, n: inFigures(n) })}>
            {inFigures(n)}
          </Go>
        ) : (
          <b>{inFigures(n)}</b>
        )}
      </span>
    )
  }
  return (
    <div className="formula">
      <h2 className="unseen">{t('formula')}</h2>
      {formula.denominator ? (
        <p className="fraction" role="group" aria-label={formula.text}>
          <span className="over">{side('numerator')}</span>
          <span className="under">{side('denominator')}</span>
        </p>
      ) : (
        <p>{side('numerator')}</p>
      )}
      <p className="quiet">{formula.text}</p>
      <dl>
        {[formula.numerator, formula.denominator].map(
          (term) =>
            term && (
              <div key={term.title}>
                <dt>{term.title}</dt>
                <dd className="quiet">{term.rule}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  )
}

/** The rows stand further down; whoever opens them wants to see them. */
export const showRows = () =>
  requestAnimationFrame(() => document.getElementById('rows')?.scrollIntoView({ block: 'start' }))
