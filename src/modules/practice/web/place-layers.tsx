import { Filters } from '#ui/filters.tsx'
import { Picker } from '#ui/picker.tsx'
import { mapStages } from '#ui/place.ts'
import { SearchBox } from '#ui/search-box.tsx'
import { useWords } from '#ui/words.ts'
import type { Place } from '../place.contract.ts'
import { kindsIn, markOf, type Layers } from './layers.ts'
import { practiceWords } from './words.ts'

interface Given {
  places: readonly Place[]
  layers: Layers
  onLayers: (change: Record<string, string | undefined>) => void
}

/** What is shown on the map and in the list: kinds that can be put on and off, a stage, what is free now. */
export function PlaceLayers({ places, layers, onLayers }: Given) {
  const t = useWords(practiceWords)
  const { kinds, stage, freeOnly, text } = layers
  const free = places.filter(({ now }) => now?.state === '空着').length
  const turn = (kind: string) => {
    const next = kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind]
    onLayers({ kinds: next.join(',') || undefined })
  }
  const active = [...kinds, ...(stage ? [stage] : []), ...(freeOnly ? [t('free')] : []), ...(text ? [text] : [])]
  return (
    <Filters
      active={active}
      onClear={() => onLayers({ kinds: undefined, stage: undefined, free: undefined, q: undefined })}
      first={
        <label className="layer">
          <input type="checkbox" checked={freeOnly} onChange={() => onLayers({ free: freeOnly ? undefined : '1' })} />
          {t('freeNow', { n: free })}
        </label>
      }
    >
      <SearchBox label={t('search')} value={text} onSearch={(q) => onLayers({ q: q || undefined })} />
      <Picker
        label={t('stage')}
        all={t('allStages')}
        value={stage}
        options={mapStages.map((value) => ({ value: value as string, label: value }))}
        onPick={(value) => onLayers({ stage: value })}
      />
      <div role="group" aria-label={t('kinds')} className="layers">
        {kindsIn(places).map(({ kind, isOutside, n }) => (
          <label key={kind} className="layer">
            <input type="checkbox" checked={kinds.includes(kind)} onChange={() => turn(kind)} />
            <i
              className={isOutside ? 'square' : ''}
              style={{ background: markOf(kind, isOutside).colour }}
              aria-hidden="true"
            />
            {t('kindOf', { kind, n })}
          </label>
        ))}
      </div>
    </Filters>
  )
}
