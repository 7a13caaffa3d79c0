import { useAddress } from '#ui/address.ts'
import { Filters } from '#ui/filters.tsx'
import { Picker } from '#ui/picker.tsx'
import { SearchBox } from '#ui/search-box.tsx'
import { useWords } from '#ui/words.ts'
import type { VenueLine } from '../venue.contract.ts'
import { openToNames, stageNames, venueKinds } from '../venue.rules.ts'
import { venueWords } from './venue-words.ts'

const keys = ['owner', 'kind', 'stage', 'capacity', 'openTo', 'closed'] as const
type Key = (typeof keys)[number]
const SIZES = [20, 40, 80, 150, 300]

/** Narrows the list of venues; what is chosen stands in the address. */
export function VenueFilters({ venues }: { venues: readonly VenueLine[] }) {
  const t = useWords(venueWords)
  const [at, go] = useAddress()
  const owners = [...new Set(venues.map(({ owner }) => owner))]
  const said = (key: Key) => {
    if (key === 'closed') return at[key] && t('closedToo')
    return key === 'capacity' ? at[key] && t('atLeast', { n: at[key] }) : at[key]
  }
  const active = keys.map(said).filter((word): word is string => Boolean(word))
  const picker = (key: Key, all: string, options: readonly { value: string; label: string }[]) => (
    <Picker
      label={t(key === 'closed' ? 'state' : key)}
      all={all}
      value={at[key]}
      options={options}
      onPick={(value) => go({ [key]: value })}
    />
  )
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
  return (
    <Filters
      active={active}
      onClear={() => go(Object.fromEntries(keys.map((key) => [key, undefined])))}
      first={
        <SearchBox label={t('search')} value={at['q'] ?? ''} onSearch={(q) => go({ q: q || undefined }, 'replace')} />
      }
    >
      {picker('kind', t('allKinds'), plain(venueKinds))}
      {picker('owner', t('allOwners'), plain(owners))}
      {picker('stage', t('allStages'), plain(stageNames))}
      {picker(
        'capacity',
        t('anyCapacity'),
        SIZES.map((n) => ({ value: String(n), label: t('atLeast', { n }) })),
      )}
      {picker(
        'openTo',
        t('allOpenTo'),
        openToNames.map((value) => ({ value, label: t(value) })),
      )}
      {venues.some(({ state }) => state === '已停用') &&
        picker('closed', t('inUse'), [{ value: 'yes', label: t('closedToo') }])}
    </Filters>
  )
}
