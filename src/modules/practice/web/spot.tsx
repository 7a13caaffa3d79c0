import { Button } from 'antd'
import { distanceInWords } from '#shared/position.ts'
import { mapFrameWords } from '#ui/map-frame-words.ts'
import { mapLinks } from '#ui/place.ts'
import { useWords } from '#ui/words.ts'
import type { Far } from './layers.ts'
import { practiceWords } from './words.ts'

/** The spot that was chosen on the map: what it is, how far, and how to get there with the map on one's phone. */
export function Spot({ far, onLeave }: { far: readonly Far[]; onLeave: () => void }) {
  const t = useWords(practiceWords)
  const [first] = far
  if (!first) return null
  const { holder, address } = first.place
  return (
    <section className="spot" aria-label={t('at')}>
      <h2>{holder}</h2>
      <p>
        {[address, first.metres !== null && distanceInWords(first.metres), t('oneHere', { n: far.length })]
          .filter(Boolean)
          .join('，')}
      </p>
      <p className="acts">
        <MapLinks name={holder} longitude={first.place.longitude!} latitude={first.place.latitude!} />
        <Button size="small" onClick={onLeave}>
          {t('everywhere')}
        </Button>
      </p>
    </section>
  )
}

/** The same place in the maps outside. */
export function MapLinks({ name, ...position }: { name: string; longitude: number; latitude: number }) {
  const t = useWords(mapFrameWords)
  const links = mapLinks(name, position)
  return (['amap', 'tencent'] as const).map((map) => (
    <a key={map} href={links[map]} target="_blank" rel="noreferrer">
      {t(map)}
      <span className="unseen">{t('newWindow')}</span>
    </a>
  ))
}
