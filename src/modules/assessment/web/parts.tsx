import { useAddress } from '#ui/address.ts'
import { Go } from '#ui/go.tsx'
import { decimalsOf, inFigures } from '#ui/number.ts'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import type { Figure } from '../figure.contract.ts'
import { figureWords } from './words.ts'

/** What a figure is made up of; a part narrows the page to itself. */
export function Parts({ figure, unitId }: { figure: Figure; unitId: number }) {
  const t = useWords(figureWords)
  const picked = useAddress()[0]['part']
  const { code, year, unit } = figure
  if (!figure.parts) return null
  const entries: [string | undefined, number | null][] = [[undefined, figure.value], ...Object.entries(figure.parts)]
  return (
    <nav className="parts" aria-label={t('part')}>
      <ul>
        {entries.map(([part, value]) => (
          <li key={part ?? ''}>
            <Go to={places.figure({ unitId, code, year, part })} keepScroll current={part === picked}>
              {part ?? t('whole')} <b>{inFigures(value, decimalsOf(unit))}</b>
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  )
}
