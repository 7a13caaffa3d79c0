import { useSuspenseQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { sessionApi } from '#modules/identity/session.contract.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { MapFrame } from '#ui/map-frame.tsx'
import { Page } from '#ui/page.tsx'
import { places as addresses } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { placeApi } from '../place.contract.ts'
import { fromPoint } from './from-point.ts'
import { byDistance, pointsOf, sifted, spotOf, type Layers } from './layers.ts'
import { PlaceLayers } from './place-layers.tsx'
import { PlaceList } from './place-list.tsx'
import './practice.css'
import { Spot } from './spot.tsx'
import { FromField } from './sides.ts'
import { practiceWords } from './words.ts'

/** All venues and bases of a cluster on one map, and the same as a list by distance. */
export default function PlacesPage() {
  const t = useWords(practiceWords)
  const unitId = Number(useParam('unitId'))
  const [search, go] = useAddress()
  const [{ data: unit }, { data }, { data: me }] = useSuspenseQueries({
    queries: [
      asQuery(unitApi.read, { params: { unitId } }),
      asQuery(placeApi.list, { params: { unitId } }),
      asQuery(sessionApi.me, {}),
    ],
  })
  const home = me.grants.find(({ unitKind }) => unitKind === 'school')?.unitId
  const asked = search['from'] ?? String(home ?? NOWHERE)
  const from = asked === NOWHERE ? undefined : asked
  const start = useMemo(() => fromPoint(data.schools, from), [data.schools, from])
  const { kinds, stage, free, q, at } = search
  // A chosen spot narrows the list alone: the map stays as it lies.
  const layers = useMemo(() => layersIn({ kinds, stage, free, q }), [kinds, stage, free, q])
  const points = useMemo(() => pointsOf(sifted(data.places, layers).onMap), [data.places, layers])
  const { listed } = sifted(data.places, { ...layers, at })
  const far = byDistance(listed, start)
  const unplaced = listed.filter((place) => spotOf(place) === undefined).length
  const venues = data.places.filter(({ of }) => of === 'venue').length
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: addresses.cluster(unitId) }]}
      lead={t('lead', { venues, sites: data.places.length - venues, at: data.at })}
    >
      <div className="practice">
        {data.note && <p role="note">{t('note', { note: data.note })}</p>}
        <PlaceLayers places={data.places} layers={layers} onLayers={(change) => go({ ...change, at: undefined })} />
        <FromField schools={data.schools} from={from} onFrom={(next) => go({ from: next ?? NOWHERE })} />
        <div className="map-beside">
          <MapFrame points={points} onOpen={(spot) => go({ at: spot })} tiles={data.tiles} />
          <div className="beside">
            {at && <Spot far={far} onLeave={() => go({ at: undefined })} />}
            <PlaceList far={far} isEmpty={data.places.length === 0} />
            {unplaced > 0 && <p className="quiet">{t('unplaced', { n: unplaced })}</p>}
          </div>
        </div>
      </div>
    </Page>
  )
}

/** In the address: distances are counted from nowhere, though the reader has a school. */
const NOWHERE = '0'

const layersIn = (search: Record<string, string | undefined>): Layers => ({
  kinds: search['kinds']?.split(',') ?? [],
  stage: search['stage'],
  freeOnly: search['free'] === '1',
  text: search['q'] ?? '',
  at: undefined,
})
