import { useQuery } from '@tanstack/react-query'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { concernApi } from '../concern.contract.ts'
import { targetWords } from './target-words.ts'
import './targets.css'

/** That some figures ask for a word, and where to say it; nothing where all is said. */
export function ConcernsLine({ unitId }: { unitId: number }) {
  const t = useWords(targetWords)
  const { data } = useQuery(asQuery(concernApi.list, { params: { unitId } }))
  const open = data?.concerns.filter(({ settled }) => !settled) ?? []
  if (open.length === 0) return null
  const names = [...new Set(open.map(({ name }) => name))]
  return (
    <p className="to-concerns no-print">
      <Go to={places.targets(unitId)}>{t('toConcerns', { n: open.length })}</Go>
      <span className="quiet">{t('about', { names: names.join(t('and')) })}</span>
    </p>
  )
}
