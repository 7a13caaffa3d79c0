import { useSuspenseQueries } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { MapFrame } from '#ui/map-frame.tsx'
import { Page } from '#ui/page.tsx'
import { Picker } from '#ui/picker.tsx'
import { colourOf, mapStages, markOfStage, withoutCommon, type MapPoint } from '#ui/place.ts'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { campusApi, type CampusPlace } from '../campus.contract.ts'
import { unitApi } from '../unit.contract.ts'
import { mapWords } from './map-words.ts'
import './organization.css'
import { organizationWords } from './organization-words.ts'

/** Where the campuses of a cluster are, by stage; and the same as a table. */
export default function MapPage() {
  const t = useWords(mapWords)
  const o = useWords(organizationWords)
  const unitId = Number(useParam('unitId'))
  const [{ stage }, go] = useAddress()
  const navigate = useNavigate()
  const [{ data: unit }, { data }] = useSuspenseQueries({
    queries: [asQuery(unitApi.read, { params: { unitId } }), asQuery(campusApi.map, { params: { unitId } })],
  })
  const shown = useMemo(
    () => data.campuses.filter(({ stages }) => !stage || stages.includes(stage)),
    [data.campuses, stage],
  )
  const points = useMemo(() => shortly(shown.flatMap(pointOf)), [shown])
  const open = (schoolId: string) => {
    const place = places.school(Number(schoolId))
    void navigate({ to: place.to, params: place.params as never })
  }
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[
        { text: unit.name, to: places.cluster(unitId) },
        { text: o('title'), to: places.organization(unitId) },
      ]}
      lead={t('lead', { n: shown.length, placed: points.length })}
    >
      <div>
        <div className="filters">
          <Picker
            label={t('stageLabel')}
            all={t('all')}
            value={stage}
            options={mapStages.map((value) => ({ value: value as string, label: value }))}
            onPick={(value) => go({ stage: value })}
          />
          <StageKey campuses={shown} />
        </div>
        <div className="map-beside">
          <MapFrame points={points} onOpen={open} tiles={data.tiles} />
          <Campuses campuses={shown} />
        </div>
      </div>
    </Page>
  )
}

function shortly(points: MapPoint[]): MapPoint[] {
  const names = withoutCommon(points.map(({ name }) => name))
  return points.map((point, n) => ({ ...point, name: names[n]! }))
}

/** A point is named by its school; a second campus says which one it is. */
function pointOf({ schoolId, school, name, longitude, latitude, stages }: CampusPlace): MapPoint[] {
  if (longitude === null || latitude === null) return []
  const short = school.replace(/[（(].*[）)]$/, '')
  return [
    {
      id: String(schoolId),
      name: name && name !== '本部' ? `${short} ${name}` : short,
      longitude,
      latitude,
      mark: markOfStage(stages[0] ?? ''),
    },
  ]
}

function StageKey({ campuses }: { campuses: CampusPlace[] }) {
  const t = useWords(mapWords)
  const present = [...mapStages, ''].filter((stage) => campuses.some(({ stages }) => (stages[0] ?? '') === stage))
  return (
    <ul className="stage-key">
      {present.map((stage) => (
        <li key={stage}>
          <i style={{ background: colourOf(stage) }} aria-hidden="true" />
          {stage || t('unknown')}
        </li>
      ))}
    </ul>
  )
}

function Campuses({ campuses }: { campuses: CampusPlace[] }) {
  const t = useWords(mapWords)
  return (
    <RuledTable
      caption={t('campuses')}
      rows={campuses}
      rowKey={({ id }) => id}
      empty={t('none')}
      columns={[
        {
          key: 'school',
          title: t('school'),
          heads: true,
          cell: ({ schoolId, school }) => <Go to={places.school(schoolId)}>{school}</Go>,
        },
        { key: 'campus', title: t('campus'), className: 'still', cell: ({ name }) => name || '—' },
        { key: 'stage', title: t('stage'), className: 'still', cell: ({ stages }) => stages.join('、') || '—' },
        { key: 'address', title: t('address'), cell: ({ address }) => address ?? '—' },
        {
          key: 'place',
          title: t('place'),
          numeric: true,
          className: 'still',
          cell: ({ longitude, latitude }) =>
            longitude === null || latitude === null ? t('noPlace') : `${longitude}, ${latitude}`,
        },
      ]}
    />
  )
}
