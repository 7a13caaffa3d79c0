import { Button } from 'antd'
import { useState } from 'react'
import { useAddress } from '#ui/address.ts'
import { inFigures } from '#ui/number.ts'
import { useNarrow } from '#ui/use-narrow.ts'
import { useWords } from '#ui/words.ts'
import { facets, NONE, type CourseCounts, type Facet, type FacetValue } from '../find.contract.ts'
import { coursesWords } from './courses-words.ts'

const FIRST = 8

/** What narrows the list, each choice with how many there are; on a phone folded. */
export function CourseFacets({ counts }: { counts: CourseCounts }) {
  const t = useWords(coursesWords)
  const narrow = useNarrow()
  const [at, go] = useAddress()
  const chosen = facets.filter((facet) => at[facet] !== undefined)
  const clear = () => go(Object.fromEntries(facets.map((facet) => [facet, undefined])))
  const parts = (
    <>
      {chosen.length > 0 && (
        <Button type="link" className="course-clear" onClick={clear}>
          {t('clear')}
        </Button>
      )}
      {facets.map((facet) => (
        <Values key={facet} facet={facet} values={counts.facets[facet]} />
      ))}
    </>
  )
  if (!narrow)
    return (
      <nav aria-label={t('filter')} className="course-facets">
        {parts}
      </nav>
    )
  const said = chosen.map((facet) => counts.facets[facet].find(({ value }) => value === at[facet])?.name ?? at[facet])
  return (
    <details className="course-facets">
      <summary>
        {t('filter')}
        {said.length > 0 && `：${said.join('、')}`}
      </summary>
      {parts}
    </details>
  )
}

/** One facet: nothing to choose, nothing is shown. */
function Values({ facet, values }: { facet: Facet; values: readonly FacetValue[] }) {
  const t = useWords(coursesWords)
  const [at, go] = useAddress()
  const [whole, setWhole] = useState(false)
  const chosen = at[facet]
  if (values.length === 0 || (values.length === 1 && chosen === undefined)) return null
  const shown = values.filter(({ value }, n) => whole || n < FIRST || value === chosen)
  return (
    <section>
      <h2>{t(facet)}</h2>
      <ul>
        {shown.map((one) => (
          <li key={one.value}>
            <button
              type="button"
              aria-pressed={one.value === chosen}
              onClick={() => go({ [facet]: one.value === chosen ? undefined : one.value })}
            >
              <span>{nameOf(one, facet, t)}</span>
              <span className="course-n">{inFigures(one.n)}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < values.length && (
        <Button type="link" onClick={() => setWhole(true)}>
          {t('allValues', { n: values.length })}
        </Button>
      )}
    </section>
  )
}

function nameOf({ value, name }: FacetValue, facet: Facet, t: (key: 'noSubject' | 'noTheme') => string): string {
  return value === NONE ? t(facet === 'theme' ? 'noTheme' : 'noSubject') : name
}
