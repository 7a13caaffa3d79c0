import { lazy, Suspense } from 'react'
import { useWords } from '#ui/words.ts'
import { mapWords } from './map-words.ts'
import type { MapGiven } from './place-map.tsx'
import { drawsMaps } from './place.ts'

const PlaceMap = lazy(() => import('./place-map.tsx'))

/** The map, fetched only where it is looked at; where it cannot be drawn that is said, and the list beside it serves. */
export function MapFrame(given: MapGiven) {
  const t = useWords(mapWords)
  if (!drawsMaps()) return <p role="note">{t('noMap')}</p>
  return (
    <Suspense fallback={<div className={`place-map${given.small ? ' small' : ''}`} />}>
      <PlaceMap {...given} />
    </Suspense>
  )
}
