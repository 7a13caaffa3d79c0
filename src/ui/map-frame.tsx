import { lazy, Suspense } from 'react'
import { mapFrameWords } from './map-frame-words.ts'
import type { MapGiven } from './place-map.tsx'
import './place-map.css'
import { drawsMaps } from './place.ts'
import { useWords } from './words.ts'

const PlaceMap = lazy(() => import('./place-map.tsx'))

/** The map, fetched only where it is looked at; where it cannot be drawn that is said, and the list beside it serves. */
export function MapFrame(given: MapGiven) {
  const t = useWords(mapFrameWords)
  if (!drawsMaps()) return <p role="note">{t('noMap')}</p>
  return (
    <Suspense fallback={<div className={`place-map${given.small ? ' small' : ''}`} />}>
      <PlaceMap {...given} />
    </Suspense>
  )
}
