import { Button } from 'antd'
import type { ReactNode } from 'react'
import { MapFrame } from '#ui/map-frame.tsx'
import { markOfStage } from '#ui/place.ts'
import { useWords } from '#ui/words.ts'
import { entryWords } from './entry-words.ts'

interface ActsGiven {
  inUse: boolean
  onClose: () => void
  onReopen: () => void
  onEdit: () => void
}

/** What is done with a venue or partner as a whole. */
export function EntryActs({ inUse, onClose, onReopen, onEdit }: ActsGiven) {
  const t = useWords(entryWords)
  return (
    <>
      {inUse ? <Button onClick={onClose}>{t('close')}</Button> : <Button onClick={onReopen}>{t('reopen')}</Button>}
      <Button type="primary" onClick={onEdit}>
        {t('edit')}
      </Button>
    </>
  )
}

/** What is known of a venue or partner; what nobody said is left out. */
export function Basics({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  const t = useWords(entryWords)
  return (
    <section>
      <h2>{t('basics')}</h2>
      <dl className="venue-facts">
        {facts
          .filter(([, said]) => said !== '')
          .map(([name, said]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

interface OnMapGiven {
  id: string
  name: string
  stages: readonly string[]
  longitude: number | null
  latitude: number | null
  tiles: string | null
}

/** Where it is. */
export function OnMap({ id, name, stages, longitude, latitude, tiles }: OnMapGiven) {
  const t = useWords(entryWords)
  const mark = markOfStage(stages[0] ?? '')
  return (
    <section>
      <h2>{t('mapTitle')}</h2>
      {longitude === null || latitude === null ? (
        <p className="quiet">{t('noPlace')}</p>
      ) : (
        <MapFrame points={[{ id, name, longitude, latitude, mark }]} tiles={tiles} small />
      )}
    </section>
  )
}
