import { useState } from 'react'
import { useAddress } from '#ui/address.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Picker } from '#ui/picker.tsx'
import { useWords } from '#ui/words.ts'
import type { VenueUseFigures } from './use-page.tsx'
import { useWordsOfVenues } from './use-words.ts'

const OWN = '自选'

/** Of what the figures are: the school year, a term, or some days. */
export function UseRange({ data: { terms, from, until } }: { data: VenueUseFigures }) {
  const t = useWords(useWordsOfVenues)
  const [at, go] = useAddress()
  const [own, setOwn] = useState(false)
  const term = terms.find((one) => one.from === at['from'] && one.until === at['until'])?.term
  const some = at['from'] !== undefined || at['until'] !== undefined
  const picked = own || (some && term === undefined) ? OWN : term
  const pick = (value: string | undefined) => {
    setOwn(value === OWN)
    if (value === OWN) return
    const chosen = terms.find((one) => one.term === value)
    go({ from: chosen?.from, until: chosen?.until })
  }
  return (
    <div className="booking-search">
      <Picker
        label={t('time')}
        all={t('wholeYear')}
        value={picked}
        options={[...terms.map(({ term }) => ({ value: term, label: term })), { value: OWN, label: t('ownDays') }]}
        onPick={pick}
      />
      {picked === OWN && (
        <>
          <label>
            {t('from')}
            <DayInput value={at['from'] ?? from} onChange={(day) => go({ from: day }, 'replace')} />
          </label>
          <label>
            {t('until')}
            <DayInput value={at['until'] ?? until} onChange={(day) => go({ until: day }, 'replace')} />
          </label>
        </>
      )}
    </div>
  )
}
