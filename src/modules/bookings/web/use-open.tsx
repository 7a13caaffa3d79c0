import { useAddress } from '#ui/address.ts'
import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { useParam } from '#ui/address.ts'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { useWordsOfVenues } from './use-words.ts'

/** What of the uses is opened, as it stands in the address. */
export interface Opened {
  rows?: 'yes' | 'no'
  why?: string
  kind?: string
  venue?: string
  giver?: number
  taker?: number
}

export const nothingOpened = {
  rows: undefined,
  why: undefined,
  kind: undefined,
  venue: undefined,
  giver: undefined,
  taker: undefined,
}

/** A figure that opens to its uses; nothing is no link. */
export function Opens({ n, what, open }: { n: number; what: string; open: Opened }) {
  const t = useWords(useWordsOfVenues)
  const unitId = Number(useParam('unitId'))
  const [at] = useAddress()
  if (n === 0) return '0'
  const { year, from, until } = at
  return (
    <Go
      to={places.venueUse(unitId, { year, from, until, rows: 'yes', ...open })}
      keepScroll
      aria-label={t('openRows', { what, n })}
    >
      {inFigures(n)}
    </Go>
  )
}
